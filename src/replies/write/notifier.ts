/**
 * Wakes those who wait for the next change. It carries no value, so two changes before a waiter wakes are one. `changed`
 * registers at once: nothing is lost between reading the state and waiting, if there is no `await` in between.
 */
export class Notifier {
	#waiting = new Set<() => void>();

	notify(): void {
		const waiting = this.#waiting;
		this.#waiting = new Set();
		for (const wake of waiting) wake();
	}

	/** Resolves at the next `notify`. Never rejects. */
	changed(): Promise<void> {
		return new Promise((resolve) => void this.#waiting.add(resolve));
	}
}
