import type { Kill, Phase } from "./plan.ts";

export type Hit = {
	readonly aimedAt: Phase;
	/** Requests acknowledged before. */
	readonly after: number;
	/** What clients were waiting for when the kill came. */
	readonly struck: Readonly<Record<string, number>>;
};

/** After so many further acknowledgements, a kill no longer waits for its phase and takes the next request. */
const PATIENCE = 40;

type Deps = {
	readonly kills: readonly Kill[];
	readonly killAndRestart: () => Promise<void>;
	/** The number of waiting requests by phase. */
	readonly inFlight: () => Readonly<Record<string, number>>;
};

/** Kills the server at the planned moments. A moment is a count of acknowledgements, so that a seed repeats it. */
export class Killer {
	readonly hits: Hit[] = [];
	/** Settles after the last restart; fails with it. */
	readonly stopped: Promise<never>;
	readonly #deps: Deps;
	#acknowledged = 0;
	#isStriking = false;
	#last: Promise<void> = Promise.resolve();
	#fail: (error: unknown) => void = () => {};

	constructor(deps: Deps) {
		this.#deps = deps;
		this.stopped = new Promise((_, reject) => {
			this.#fail = reject;
		});
		this.stopped.catch(() => {});
	}

	get acknowledged(): number {
		return this.#acknowledged;
	}

	acknowledge(): void {
		this.#acknowledged += 1;
	}

	/** A request has reached this phase. Kills the server if the next kill aims at it. */
	reached(phase: Phase): void {
		const next = this.#deps.kills[this.hits.length];
		if (!next || this.#isStriking || this.#acknowledged < next.after) return;
		if (phase !== next.phase && this.#acknowledged < next.after + PATIENCE) return;
		this.#isStriking = true;
		this.#last = new Promise<void>((resolve) => setTimeout(resolve, next.delayMs)).then(() => this.#strike(next));
		this.#last.catch(this.#fail);
	}

	/** Waits for a restart in progress. */
	async settled(): Promise<void> {
		await Promise.race([this.#last, this.stopped]);
	}

	async #strike({ phase }: Kill): Promise<void> {
		this.hits.push({ aimedAt: phase, after: this.#acknowledged, struck: this.#deps.inFlight() });
		await this.#deps.killAndRestart();
		this.#isStriking = false;
	}
}
