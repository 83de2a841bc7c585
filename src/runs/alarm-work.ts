import type { Clock } from "../shared/clock.ts";

/** After D1 or another object did not answer. */
const AGAIN_MS = 5_000;

type Work = {
	/**
	 * One turn: the part of the work within one alarm. Returns the milliseconds until the next. It must store its
	 * results, because it may be cut off.
	 */
	readonly turn: () => Promise<number>;
	readonly hasWork: () => boolean;
};

/** Does work in turns by an object's alarm, until none is left. An object that dies continues at its next alarm. */
export class AlarmWork {
	readonly #storage: DurableObjectStorage;
	readonly #clock: Clock;
	readonly #work: Work;
	#isServing = false;

	constructor(storage: DurableObjectStorage, clock: Clock, work: Work) {
		this.#storage = storage;
		this.#clock = clock;
		this.#work = work;
	}

	/** The alarm. Never rejects, because the platform stops calling an alarm that fails. */
	async serve(): Promise<void> {
		if (this.#isServing) return;
		this.#isServing = true;
		let againInMs = AGAIN_MS;
		try {
			againInMs = await this.#work.turn();
		} catch {
			// Nothing is lost: results are stored, and the next alarm continues.
		} finally {
			this.#isServing = false;
			if (this.#work.hasWork()) this.#setAlarm(againInMs);
		}
	}

	/** Not awaited: the platform stores the alarm with what this turn wrote. */
	wake(): void {
		this.#setAlarm(0);
	}

	/** In case that an alarm was lost. */
	wakeIfIdle(): void {
		if (!this.#isServing && this.#work.hasWork()) void this.#wakeUnlessSet();
	}

	async #wakeUnlessSet(): Promise<void> {
		if ((await this.#storage.getAlarm()) === null && !this.#isServing) this.wake();
	}

	#setAlarm(inMs: number): void {
		void this.#storage.setAlarm(this.#clock() + inMs);
	}
}
