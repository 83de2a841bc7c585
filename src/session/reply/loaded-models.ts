import type { Wait } from "../../replies/wait.ts";
import type { Clock } from "../../shared/clock.ts";

/**
 * PRISM's conversations took nine minutes on average, so each conversation warms the models again, and reloads and short
 * forms do not. Servers do not say when they unload a model, because that depends on other traffic.
 */
const LOADED_FOR_MS = 5 * 60_000;
/** The longest wait of a participant for a load. Most adapters load in a few seconds. */
const MAX_WAIT_MS = 10_000;

type LoadedModelsDeps = {
	/** Loads every model of the study at the same time. */
	readonly warm: () => Promise<void>;
	readonly clock: Clock;
	readonly wait: Wait;
};

/**
 * Whether the study's models are loaded, as far as this life of the object knows. After an eviction they are warmed again.
 * Replies do not count, because a reply loads only one arm's model. All models of the study are warmed, so the wait
 * reveals no arm.
 */
export class LoadedModels {
	readonly #deps: LoadedModelsDeps;
	#warmedAtMs: number | null = null;
	#running: Promise<void> | null = null;

	constructor(deps: LoadedModelsDeps) {
		this.#deps = deps;
	}

	/** Warms the models if they may have been unloaded. Does nothing otherwise. */
	keep(): void {
		const nowMs = this.#deps.clock();
		if (this.#running || (this.#warmedAtMs !== null && nowMs - this.#warmedAtMs < LOADED_FOR_MS)) return;
		this.#warmedAtMs = nowMs;
		this.#running = this.#deps
			.warm()
			.catch(() => {})
			.finally(() => {
				this.#running = null;
			});
	}

	/** Resolves when no warm-up runs, or after the longest wait. */
	async ready(signal: AbortSignal): Promise<void> {
		if (!this.#running) return;
		const stop = new AbortController();
		await Promise.race([this.#running, this.#deps.wait(MAX_WAIT_MS, AbortSignal.any([signal, stop.signal]))]);
		stop.abort();
	}
}
