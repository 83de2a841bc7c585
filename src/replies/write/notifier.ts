/**
 * Wakes who waits for the next change. It carries no value: a waiter looks at the state itself, so that two changes
 * before it wakes are one. `changed` registers at once, so nothing is lost between a look and the wait that follows it
 * without an `await` between them.
 */
export class Notifier {
	#waiting = new Set<() => void>();

	notify(): void {
		const waiting = this.#waiting;
		this.#waiting = new Set();
		for (const wake of waiting) wake();
	}

	/** Resolves at the next `notify`, or when the signal aborts; never rejects. */
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
