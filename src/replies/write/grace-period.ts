import type { Clock } from "../../shared/clock.ts";
import type { Wait } from "../wait.ts";

type Deps = { readonly clock: Clock; readonly wait: Wait; readonly signal: AbortSignal };

/**
 * When one candidate has failed, the reply has failed. The others may still become complete and are kept for the next
 * round, but nobody waits longer for them than for a first text.
 */
export class GracePeriod {
	readonly #atMs: number;
	readonly #deps: Deps;
	readonly #over = new AbortController();
	readonly #givenUp = new AbortController();

	constructor(atMs: number, deps: Deps) {
		this.#atMs = atMs;
		this.#deps = deps;
	}

	get signal(): AbortSignal {
		return this.#givenUp.signal;
	}

	candidateFailed(): void {
		const { clock, wait, signal } = this.#deps;
		const over = AbortSignal.any([this.#over.signal, signal]);
		void wait(this.#atMs - clock(), over).then(() => this.#givenUp.abort());
	}

	end(): void {
		this.#over.abort();
	}
}
