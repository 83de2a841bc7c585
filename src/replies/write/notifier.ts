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

	/** Resolves at the next `notify`, or when the signal aborts. Never rejects. */
	changed(signal?: AbortSignal): Promise<void> {
		if (signal?.aborted) return Promise.resolve();
		return new Promise((resolve) => {
			const wake = () => {
				this.#waiting.delete(wake);
				signal?.removeEventListener("abort", wake);
				resolve();
			};
			this.#waiting.add(wake);
			signal?.addEventListener("abort", wake);
		});
	}
}
