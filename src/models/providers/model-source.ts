import type { LanguageModelV4CallOptions, LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { Model } from "../../protocol/schema/schema.ts";
import type { Clock } from "../../shared/clock.ts";
import { unreachable } from "../../shared/result.ts";
import { readLimits } from "../completion/read.ts";
import { aiBinding, type Bindings, endpointOf, openAIEndpoint } from "../endpoints/endpoints.ts";
import { ModelFailure, type ModelSource, type ThreadMessage } from "../model-types.ts";
import { libraryFrom } from "../rehearsal/library.ts";
import { rehearsalModel } from "../rehearsal/model.ts";
import { languageModelSource } from "./language-model.ts";
import { openAI } from "./openai.ts";
import { openAICompatible } from "./openai-compatible.ts";
import { workersAI } from "./workers-ai.ts";

export type ProviderOptions = {
	/** The Worker's environment: the source of `ENDPOINT_<NAME>_URL`, `ENDPOINT_<NAME>_KEY`, `AI` and `ASSETS`. */
	readonly bindings: Bindings;
	/** The rehearsal model sends its whole reply at once, whatever its protocol says: for simulated participants, who do not read. */
	readonly atOnce: boolean;
	readonly fetch?: typeof fetch;
	/** How long text that has come may lie unread, in milliseconds; asked before each read. Absent: not at all. */
	readonly restMs?: () => number;
};

/** A study cannot open without its endpoints, but they may have been unbound since. */
export function sourceOf(
	{ bindings, atOnce, fetch: fetcher = fetch, restMs }: ProviderOptions,
	model: Model,
	clock: Clock,
): ModelSource {
	if (model.provider === "rehearsal") {
		const library = () => libraryFrom(bindings);
		return languageModelSource(
			rehearsalModel(model.character, { atOnce: atOnce || model.stream === "at-once", library }),
		);
	}
	const asking = { fetcher, clock, limits: readLimits(model.maxOutputTokens, restMs) };
	switch (model.provider) {
		case "openai-compatible":
			return openAICompatible(model, required(endpointOf(model.endpoint, bindings)), asking);
		case "openai":
			return openAI(model, required(openAIEndpoint(model.endpoint, bindings)), asking);
		case "workers-ai":
			return workersAI(model, required(aiBinding(bindings)), asking);
		default:
			return unreachable(model);
	}
}

function required<T>(configured: T | null): T {
	if (configured === null) throw new ModelFailure("refused", false);
	return configured;
}

/** The request for one reply: the protocol's parameters, the arm's system prompt, the conversation and the drawn seed. */
export function requestOf(
	model: Model,
	asked: { readonly system: string | undefined; readonly thread: readonly ThreadMessage[]; readonly seed: number },
	abortSignal: AbortSignal,
): LanguageModelV4CallOptions {
	const prompt = promptOf(asked.system, asked.thread);
	if (model.provider === "rehearsal") return { prompt, seed: asked.seed, abortSignal };
	const { temperature, topP, maxOutputTokens, seed } = model;
	return {
		prompt,
		abortSignal,
		maxOutputTokens,
		seed: seed ?? asked.seed,
		...(temperature !== undefined && { temperature }),
		...(topP !== undefined && { topP }),
	};
}

function promptOf(system: string | undefined, thread: readonly ThreadMessage[]): LanguageModelV4Prompt {
	const messages = thread.map(({ role, text }): LanguageModelV4Prompt[number] => ({
		role: role === "participant" ? "user" : "assistant",
		content: [{ type: "text", text }],
	}));
	return system === undefined ? messages : [{ role: "system", content: system }, ...messages];
}
