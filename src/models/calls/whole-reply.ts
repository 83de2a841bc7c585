import type { JSONSchema7, LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { Model } from "../../protocol/schema/schema.ts";
import type { Clock } from "../../shared/clock.ts";
import { type FailureReason, ModelFailure, type ThreadMessage } from "../model-types.ts";
import { type ProviderOptions, requestOf, sourceOf } from "../providers/model-source.ts";
import { ReplyText } from "../text/reply-text.ts";
import { type Account, accountOf } from "./call-usage.ts";
import { reasoningOf, replyOf } from "./reply-deltas.ts";

export type WholeCall = {
	readonly system: string;
	readonly thread: readonly ThreadMessage[];
	readonly seed: number;
	/** The JSON Schema of the answer, for servers with structured output. Null for a text. */
	readonly schema: unknown;
	/** Milliseconds from the start of the call. */
	readonly timeoutMs: number;
	/** Reading stops after this many characters. */
	readonly characters: number;
	readonly clock: Clock;
};

export type WholeReply = Account & {
	readonly text: string;
	/** The reply was too long, or the server cut it. */
	readonly isCut: boolean;
	readonly failure: {
		readonly reason: FailureReason;
		readonly retryable: boolean;
		readonly retryAfterMs: number | null;
	} | null;
};

/** One call of a model that is no arm: its reply as a whole, with tokens and cost. Never throws. */
export async function wholeReply(options: ProviderOptions, model: Model, call: WholeCall): Promise<WholeReply> {
	const stop = new AbortController();
	const timer = setTimeout(() => stop.abort(), call.timeoutMs);
	const asked = [call.system, ...call.thread.map(({ text }) => text)].join("\n");
	const reply = new ReplyText({ reasoning: reasoningOf(model), mostCharacters: call.characters });
	let text = "";
	const account = (tokens: { inputTokens: number | null; outputTokens: number | null }) =>
		accountOf(model, tokens, { asked, answered: text });
	const none = { inputTokens: null, outputTokens: null };
	try {
		for await (const delta of replyOf(
			sourceOf(options, model, call.clock)(requestFor(model, call, stop.signal)),
			reply,
		)) {
			if (delta.kind === "restart") text = "";
			if (delta.kind === "text") text += delta.text;
			if (delta.kind !== "end") continue;
			const isCut = delta.finishReason === "length" || delta.finishReason === "truncated";
			return { text, isCut, failure: null, ...account(delta) };
		}
		return { text, isCut: true, failure: { reason: "cut", retryable: true, retryAfterMs: null }, ...account(none) };
	} catch (error) {
		return { text, isCut: true, failure: failureFrom(error, stop.signal.aborted), ...account(none) };
	} finally {
		clearTimeout(timer);
		stop.abort();
	}
}

function failureFrom(error: unknown, isLate: boolean): NonNullable<WholeReply["failure"]> {
	if (isLate) return { reason: "timeout", retryable: true, retryAfterMs: null };
	if (!(error instanceof ModelFailure)) return { reason: "network", retryable: true, retryAfterMs: null };
	const { reason, retryable, retryAfterMs } = error;
	return { reason, retryable, retryAfterMs };
}

function requestFor(
	model: Model,
	{ system, thread, seed, schema }: WholeCall,
	signal: AbortSignal,
): LanguageModelV4CallOptions {
	const request = requestOf(model, { system, thread, seed }, signal);
	return schema === null
		? request
		: { ...request, responseFormat: { type: "json", name: "answer", schema: schema as JSONSchema7 } };
}
