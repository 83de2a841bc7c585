import type { Wait } from "../../../src/replies/wait.ts";

/** Runs all pending promises, and the streams built on them. */
export async function settle(): Promise<void> {
	for (let turn = 0; turn < 5; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}

type Timer = { readonly atMs: number; readonly fire: () => void };

/** A clock that only the test moves, and the waits on it. */
export class VirtualTime {
	#nowMs: number;
	#timers: Timer[] = [];

	constructor(startMs: number) {
		this.#nowMs = startMs;
	}

	readonly clock = (): number => this.#nowMs;

	readonly wait: Wait = (ms, signal) =>
		new Promise((resolve) => {
			if (signal?.aborted) return resolve();
			const timer = { atMs: this.#nowMs + Math.max(0, ms), fire: resolve };
			this.#timers.push(timer);
			signal?.addEventListener("abort", () => {
				this.#timers = this.#timers.filter((other) => other !== timer);
				resolve();
			});
		});

	/** The number of open waits. At the end of a test it should be 0. */
	get waiting(): number {
		return this.#timers.length;
	}

	async advance(ms: number): Promise<void> {
		const untilMs = this.#nowMs + ms;
		for (;;) {
			await settle();
			const next = this.#timers.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
			if (next === undefined) break;
			this.#timers = this.#timers.filter((timer) => timer !== next);
			this.#nowMs = Math.max(this.#nowMs, next.atMs);
			next.fire();
		}
		this.#nowMs = untilMs;
		await settle();
	}
}
