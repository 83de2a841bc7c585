import type { Model } from "../protocol/schema.ts";
import type { Clock } from "../shared/clock.ts";
import { textOf } from "./language-model.ts";
import { type FailureReason, ModelFailure } from "./port.ts";
import { languageModel, type ProviderOptions, requestOf } from "./request.ts";

/** The text of one call and when each piece of it arrived, in milliseconds since the request. */
export type TimedText = {
	readonly pieces: readonly { readonly atMs: number; readonly text: string }[];
	/** Null: reading stopped before the end. */
	readonly endedAtMs: number | null;
};

export type TimedCall = {
	readonly system: string | undefined;
	readonly message: string;
	readonly seed: number;
	/** Reading stops at so many characters. */
	readonly characters: number;
	/** Reading stops at this time, too. */
	readonly deadlineAtMs: number;
	readonly clock: Clock;
};

/**
 * Asks a model as a participant's message would, and times its text. A model that was still writing at the deadline gives
 * what came; one that said nothing until then is a `timeout`.
 */
export async function timedCall(
	options: ProviderOptions,
	model: Model,
	call: TimedCall,
): Promise<TimedText | FailureReason> {
	const { clock, deadlineAtMs, system, message, seed } = call;
	const stop = new AbortController();
	const startedAtMs = clock();
	// Not `AbortSignal.timeout`: its timer would outlive the call.
	const timer = setTimeout(() => stop.abort(), Math.max(0, deadlineAtMs - startedAtMs));
	const request = requestOf(model, { system, thread: [{ role: "participant", text: message }], seed }, stop.signal);
	const pieces: { atMs: number; text: string }[] = [];
	try {
		const deltas = textOf({ model: languageModel(options, model), options: request, served: () => {}, clock });
		for await (const delta of deltas) {
			const atMs = clock() - startedAtMs;
			if (delta.kind === "end") return pieces.length === 0 ? "malformed" : { pieces, endedAtMs: atMs };
			pieces.push({ atMs, text: delta.text });
			if (pieces.reduce((sum, { text }) => sum + text.length, 0) >= call.characters) break;
		}
		return { pieces, endedAtMs: null };
	} catch (error) {
		if (stop.signal.aborted) return pieces.length === 0 ? "timeout" : { pieces, endedAtMs: null };
		return error instanceof ModelFailure ? error.reason : "network";
	} finally {
		clearTimeout(timer);
		stop.abort();
	}
}
