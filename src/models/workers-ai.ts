import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { createWorkersAI } from "workers-ai-provider";
import type { Model } from "../protocol/schema.ts";
import { inspected, type Said } from "./workers-ai-stream.ts";

export type WorkersAI = Extract<Model, { provider: "workers-ai" }>;

/** The Worker's binding, as far as it is used here. */
export type AiBinding = {
	readonly run: (model: string, inputs: Readonly<Record<string, unknown>>, options?: object) => Promise<unknown>;
};

/**
 * Workers AI. The package leaves out what it does not know of the inputs: the LoRA, the seed, `top_k` and the penalties
 * would be dropped without a word, and an adapted arm would be answered by its base model. They are put in between the
 * package and the binding. No gateway is named, so that nothing is cached and nothing is kept in a gateway's log.
 */
export function workersAI(model: WorkersAI, binding: AiBinding): LanguageModelV4 {
	return {
		specificationVersion: "v4",
		provider: "workers-ai",
		modelId: model.model,
		supportedUrls: {},
		doGenerate: (options) => asked(model, binding, options, newSaid()).doGenerate(options),
		doStream: async (options) => {
			const said = newSaid();
			const { stream } = await asked(model, binding, options, said).doStream(options);
			return { stream: stream.pipeThrough(corrected(said)) };
		},
	};
}

const newSaid = (): Said => ({ usage: false, model: null });

/** The package's model for one call: the seed is the call's, and only this wrapper sends it. */
function asked(model: WorkersAI, binding: AiBinding, { seed }: LanguageModelV4CallOptions, said: Said) {
	const more = { ...(seed !== undefined && { seed: seedFor(seed) }), ...model.providerOptions };
	const run = async (id: string, inputs: Readonly<Record<string, unknown>>, options?: object) => {
		const given = Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
		const answer = await binding.run(id, { ...given, ...more }, options);
		return answer instanceof ReadableStream ? inspected(answer, said) : answer;
	};
	// The binding's own type has a method for every model and every kind of answer; the package calls this one.
	return createWorkersAI({ binding: { run } as unknown as Ai })(model.model);
}

/** Workers AI takes 1 to 9,999,999,999, and drawn seeds are 32 bits: the one that it lacks is the one after the last. */
const seedFor = (seed: number): number => (seed === 0 ? 2 ** 32 : seed);

/** The package counts 0 tokens where the server says nothing, and keeps to itself which model the server named. */
function corrected(said: Said): TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart> {
	return new TransformStream({
		transform(part, controller) {
			if (part.type !== "finish") return controller.enqueue(part);
			if (said.model !== null) controller.enqueue({ type: "response-metadata", modelId: said.model });
			controller.enqueue(said.usage ? part : { ...part, usage: UNKNOWN });
		},
	});
}

const UNKNOWN = {
	inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
	outputTokens: { total: undefined, text: undefined, reasoning: undefined },
} as const;
