import type { Model } from "../../protocol/schema/schema.ts";
import type { Clock } from "../../shared/clock.ts";
import { type FailureReason, ModelFailure } from "../model-types.ts";
import { type ProviderOptions, requestOf, sourceOf } from "../providers/model-source.ts";
import { ReplyText } from "../text/reply-text.ts";
import { reasoningOf, replyOf } from "./reply-deltas.ts";

/** The text of one call and when each piece of it arrived, in milliseconds since the request. */
export type TimedText = {
	readonly pieces: readonly { readonly atMs: number; readonly text: string }[];
	/** Null if reading stopped before the end. */
	readonly endedAtMs: number | null;
};

export type TimedResult = {
	/** Null if no text was received. */
	readonly text: TimedText | null;
	readonly failure: FailureReason | null;
	/** Whether the reply had thinking or template tokens that are hidden from participants. */
	readonly hidden: ReplyText["met"];
};

export type TimedCall = {
	readonly system: string | undefined;
	readonly message: string;
	readonly seed: number;
	/** Reading stops after this many characters. */
	readonly characters: number;
	/** Reading also stops at this time. */
	readonly deadlineAtMs: number;
	readonly clock: Clock;
};

/**
 * Sends a model a participant's message, and times the text as participants would see it. A model that is still writing at the
 * deadline gives the text so far; a model without any text by then is a `timeout`.
 */
export async function timedCall(options: ProviderOptions, model: Model, call: TimedCall): Promise<TimedResult> {
	const { clock, deadlineAtMs, system, message, seed } = call;
	const stop = new AbortController();
	const startedAtMs = clock();
	// Not `AbortSignal.timeout`: its timer would outlive the call.
	const timer = setTimeout(() => stop.abort(), Math.max(0, deadlineAtMs - startedAtMs));
	const request = requestOf(model, { system, thread: [{ role: "participant", text: message }], seed }, stop.signal);
	const reply = new ReplyText({ reasoning: reasoningOf(model), mostCharacters: call.characters });
	let pieces: { atMs: number; text: string }[] = [];
	const received = (endedAtMs: number | null, failure: FailureReason): TimedResult =>
		pieces.length === 0
			? { text: null, failure, hidden: reply.met }
			: { text: { pieces, endedAtMs }, failure: null, hidden: reply.met };
	try {
		for await (const delta of replyOf(sourceOf(options, model, clock)(request), reply)) {
			const atMs = clock() - startedAtMs;
			if (delta.kind === "end") return received(delta.finishReason === "truncated" ? null : atMs, "malformed");
			if (delta.kind === "restart") pieces = [];
			if (delta.kind === "text") pieces.push({ atMs, text: delta.text });
		}
		return received(null, "cut");
	} catch (error) {
		if (stop.signal.aborted) return received(null, "timeout");
		return { text: null, failure: error instanceof ModelFailure ? error.reason : "network", hidden: reply.met };
	} finally {
		clearTimeout(timer);
		stop.abort();
	}
}
