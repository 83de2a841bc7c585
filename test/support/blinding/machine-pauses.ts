/** How often it is checked whether this machine runs. */
const BEAT_MS = 50;
/** Less than what both models are ahead of the pace. */
const LONGEST_MS = 300;

/**
 * The times at which this machine stood still, for what is measured while it is busy with other work. A pace hides the speed of
 * models that keep it. A machine that pauses makes the slower model late, although neither model changed.
 */
export class MachinePauses {
	readonly #pauses: { readonly fromMs: number; readonly untilMs: number }[] = [];
	#isMeasuring = true;
	readonly #measured: Promise<void>;
	#beaten: Promise<void> = Promise.resolve();

	/** `answer` resolves when all processes that have a part in what is measured have answered. */
	constructor(answer: () => Promise<unknown>) {
		this.#measured = this.#measure(answer);
	}

	async #measure(answer: () => Promise<unknown>): Promise<void> {
		while (this.#isMeasuring) {
			this.#beaten = this.#beat(answer);
			await this.#beaten;
		}
	}

	async #beat(answer: () => Promise<unknown>): Promise<void> {
		const fromMs = Date.now();
		await new Promise((resolve) => setTimeout(resolve, BEAT_MS));
		await answer();
		const untilMs = Date.now();
		if (untilMs - fromMs - BEAT_MS > LONGEST_MS) this.#pauses.push({ fromMs, untilMs });
	}

	/** Times since the epoch. Waits until a pause that has not ended yet would be known. */
	async during(fromMs: number, untilMs: number): Promise<boolean> {
		await this.#beaten;
		return this.#pauses.some((pause) => pause.fromMs < untilMs && fromMs < pause.untilMs);
	}

	get count(): number {
		return this.#pauses.length;
	}

	async end(): Promise<void> {
		this.#isMeasuring = false;
		await this.#measured;
	}
}
