import type { Wait } from "../../replies/wait.ts";
import type { Clock } from "../../shared/clock.ts";

/**
 * Conversations of PRISM took nine minutes on average: each then begins with a warm-up of its own, while reloads and the forms
 * between two ask for none. Nobody's server says when it evicts: it does so for others' traffic.
 */
const COOLS_MS = 5 * 60_000;
/** A participant who has written waits for a load no longer than this; most adapters are there in a few seconds. */
const PATIENCE_MS = 10_000;

type WarmthDeps = {
	/** Has every model of the study loaded, all at once. */
	readonly warm: () => Promise<void>;
	readonly clock: Clock;
	readonly wait: Wait;
};

/**
 * Whether the study's models are loaded, as far as one life of the object knows: after an eviction the next look warms again. Replies do not
 * count, for a reply asks one arm's model alone. All arms of the study are warmed, so the wait reveals no arm.
 */
export class LoadedModels {
	readonly #deps: WarmthDeps;
	#warmedAtMs: number | null = null;
	#running: Promise<void> | null = null;

	constructor(deps: WarmthDeps) {
		this.#deps = deps;
	}

	/** Warms what may have been evicted by now. Costs nothing while it is warm. */
	keep(): void {
		const nowMs = this.#deps.clock();
		if (this.#running || (this.#warmedAtMs !== null && nowMs - this.#warmedAtMs < COOLS_MS)) return;
		this.#warmedAtMs = nowMs;
		this.#running = this.#deps
			.warm()
			.catch(() => {})
			.finally(() => {
				this.#running = null;
			});
	}

	/** Resolves when no warm-up is running, or it has taken long enough. */
	async ready(signal: AbortSignal): Promise<void> {
		if (!this.#running) return;
		const stop = new AbortController();
		await Promise.race([this.#running, this.#deps.wait(PATIENCE_MS, AbortSignal.any([signal, stop.signal]))]);
		stop.abort();
	}
}
