import { type ModelDelta, ModelFailure } from "../../models/model-types.ts";
import type { Clock } from "../../shared/clock.ts";
import type { Wait } from "../wait.ts";

export type Watch = {
	/** Whether this call's text has begun. */
	readonly hasText: () => boolean;
	/** When the text must have grown beyond its present length. Grows with the text. */
	readonly deadlineAtMs: () => number;
	readonly silentMs: number;
	readonly stallMs: number;
	readonly clock: Clock;
	readonly wait: Wait;
	/** Stops the job; its reason is thrown. */
	readonly signal: AbortSignal;
	/** The reply has failed otherwise, so this call is not needed any more. */
	readonly givenUp: AbortSignal;
};

/**
 * The next delta, or an error from outside. Uses one promise per delta, because a race against a long-lived promise would
 * keep all of them in memory.
 */
class NextDelta {
	#reject: (error: unknown) => void = () => {};
	#failed: { readonly error: unknown } | null = null;

	next(source: AsyncIterator<ModelDelta>): Promise<IteratorResult<ModelDelta>> {
		return new Promise((resolve, reject) => {
			this.#reject = reject;
			if (this.#failed) reject(this.#failed.error);
			else source.next().then(resolve, reject);
		});
	}

	fail(error: unknown): void {
		this.#failed = { error };
		this.#reject(error);
	}
}

/**
 * Passes on the deltas while they are in time, and throws a `ModelFailure` when they are not. The source is then not
 * closed, because its `return()` would queue behind the pending `next()`. The caller aborts the call.
 */
export async function* watched(deltas: AsyncIterable<ModelDelta>, watch: Watch): AsyncGenerator<ModelDelta> {
	const source = deltas[Symbol.asyncIterator]();
	const over = new AbortController();
	const nextDelta = new NextDelta();
	const activity = { lastAtMs: watch.clock() };
	void alarm(activity, watch, over.signal).then((error) => nextDelta.fail(error));
	try {
		for (;;) {
			const { done, value } = await nextDelta.next(source);
			watch.signal.throwIfAborted();
			if (done) return;
			activity.lastAtMs = watch.clock();
			yield value;
		}
	} finally {
		over.abort();
	}
}

/**
 * Resolves with the error to throw when nothing arrived for too long or the job stops. It checks again whenever its timer
 * ends, because a timer for each token would cost more than the token.
 */
async function alarm(activity: { readonly lastAtMs: number }, watch: Watch, over: AbortSignal): Promise<unknown> {
	const { clock, silentMs, stallMs, signal, givenUp } = watch;
	const any = AbortSignal.any([over, signal, givenUp]);
	for (;;) {
		const limitMs = watch.hasText() ? stallMs : silentMs;
		const leftMs = Math.min(watch.deadlineAtMs(), activity.lastAtMs + limitMs) - clock();
		if (signal.aborted) return signal.reason;
		if (leftMs <= 0 || any.aborted) return lateness(watch);
		// Not longer than the shorter limit, because the text may begin meanwhile and the other limit then applies.
		await watch.wait(Math.min(leftMs, stallMs, silentMs), any);
	}
}

function lateness({ hasText, deadlineAtMs, clock, givenUp }: Watch): ModelFailure {
	const isOver = clock() >= deadlineAtMs() || givenUp.aborted;
	return hasText() && !isOver ? new ModelFailure("stalled", true) : new ModelFailure("timeout", !isOver);
}
