import { type ModelDelta, ModelFailure } from "../models/port.ts";
import type { Clock } from "../shared/clock.ts";
import type { Wait } from "./wait.ts";

export type Watch = {
	readonly firstTextMs: number;
	readonly stallMs: number;
	/** Of all tries together. */
	readonly deadlineAtMs: number;
	readonly clock: Clock;
	readonly wait: Wait;
	/** Stops the job: its reason is thrown. */
	readonly signal: AbortSignal;
};

/** What the alarm goes by: it is set once a call and looks again when it goes off, for a timer a token would cost more than the token. */
type Heard = { sinceMs: number; anyText: boolean };

/**
 * Passes the deltas on as long as they come in time, and throws a `ModelFailure` once they do not. The source is left as
 * it stands then: its `return()` would queue behind the `next()` that hangs. Aborting the call is the caller's part.
 */
export async function* watched(deltas: AsyncIterable<ModelDelta>, watch: Watch): AsyncGenerator<ModelDelta> {
	const source = deltas[Symbol.asyncIterator]();
	const over = new AbortController();
	const heard: Heard = { sinceMs: watch.clock(), anyText: false };
	const late = alarm(heard, watch, AbortSignal.any([over.signal, watch.signal]));
	try {
		for (;;) {
			const next = source.next();
			// Where the race is lost nobody looks at it any more, and the abort that follows makes it reject.
			next.catch(() => {});
			const first = await Promise.race([next, late]);
			watch.signal.throwIfAborted();
			if (first instanceof ModelFailure) throw first;
			if (first.done) return;
			yield first.value;
			heard.sinceMs = watch.clock();
			heard.anyText ||= first.value.kind === "text";
		}
	} finally {
		over.abort();
	}
}

/** Resolves when nothing has come for too long, or when the signal aborts; what it gives then is of no account. */
async function alarm(heard: Heard, watch: Watch, signal: AbortSignal): Promise<ModelFailure> {
	for (;;) {
		const allowedMs = heard.anyText ? watch.stallMs : watch.firstTextMs;
		const leftMs = Math.min(watch.deadlineAtMs, heard.sinceMs + allowedMs) - watch.clock();
		if (leftMs <= 0 || signal.aborted) return lateness(heard.anyText, watch.clock() >= watch.deadlineAtMs);
		// Not longer than the shorter limit: the first text may come meanwhile, and the other limit hold from then on.
		await watch.wait(Math.min(leftMs, watch.stallMs, watch.firstTextMs), signal);
	}
}

const lateness = (anyText: boolean, deadlinePassed: boolean): ModelFailure =>
	anyText && !deadlinePassed ? new ModelFailure("stalled", true) : new ModelFailure("timeout", !deadlinePassed);
