import { type ModelDelta, ModelFailure } from "../../models/port.ts";
import type { Clock } from "../../shared/clock.ts";
import type { Wait } from "../wait.ts";

export type Watch = {
	/** Of this call: whether its text has begun. */
	readonly hasText: () => boolean;
	/** When the text that there is has to have grown. Later calls give later times. */
	readonly deadlineAtMs: () => number;
	readonly silentMs: number;
	readonly stallMs: number;
	readonly clock: Clock;
	readonly wait: Wait;
	/** Stops the job: its reason is thrown. */
	readonly signal: AbortSignal;
	/** The reply has failed otherwise, and is waited for no longer. */
	readonly givenUp: AbortSignal;
};

/** What ends the wait for the next delta from outside. One promise for each delta: a race with one that lasts would keep all of them. */
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
 * Passes the deltas on as long as they are in time, and throws a `ModelFailure` once they are not. The source is then left as
 * it is: its `return()` would queue behind the `next()` that hangs. The caller aborts the call.
 */
export async function* watched(deltas: AsyncIterable<ModelDelta>, watch: Watch): AsyncGenerator<ModelDelta> {
	const source = deltas[Symbol.asyncIterator]();
	const over = new AbortController();
	const turn = new NextDelta();
	const life = { lastAtMs: watch.clock() };
	void alarm(life, watch, over.signal).then((error) => turn.fail(error));
	try {
		for (;;) {
			const { done, value } = await turn.next(source);
			watch.signal.throwIfAborted();
			if (done) return;
			life.lastAtMs = watch.clock();
			yield value;
		}
	} finally {
		over.abort();
	}
}

/**
 * Resolves with the error to throw, when nothing was received for too long or the job stops. It sets one timer and looks again
 * when that ends: a timer for each token would cost more than the token.
 */
async function alarm(life: { readonly lastAtMs: number }, watch: Watch, over: AbortSignal): Promise<unknown> {
	const { clock, silentMs, stallMs, signal, givenUp } = watch;
	const any = AbortSignal.any([over, signal, givenUp]);
	for (;;) {
		const patienceMs = watch.hasText() ? stallMs : silentMs;
		const leftMs = Math.min(watch.deadlineAtMs(), life.lastAtMs + patienceMs) - clock();
		if (signal.aborted) return signal.reason;
		if (leftMs <= 0 || any.aborted) return lateness(watch);
		// Not longer than the shorter limit: the text may begin meanwhile, and the other limit hold from then on.
		await watch.wait(Math.min(leftMs, stallMs, silentMs), any);
	}
}

function lateness({ hasText, deadlineAtMs, clock, givenUp }: Watch): ModelFailure {
	const isOver = clock() >= deadlineAtMs() || givenUp.aborted;
	return hasText() && !isOver ? new ModelFailure("stalled", true) : new ModelFailure("timeout", !isOver);
}
