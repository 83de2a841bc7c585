/** Counts what a set includes and leaves out, by reason, while the set is written. */
export class Tally {
	readonly #counts = new Map<string, number>();

	add(what: string, times = 1): void {
		this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
	}

	/** Ordered by name, so that the same set has the same manifest. */
	counts(): Record<string, number> {
		return Object.fromEntries([...this.#counts].toSorted(([one], [other]) => (one < other ? -1 : 1)));
	}
}
