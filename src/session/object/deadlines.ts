/**
 * `outbox`: deliver the rows that D1 does not have yet. `again`: deliver all rows again, because D1 refused some. `expiry`: the
 * session expires. `allocate`: ask the allocator again. `reservation`: the place lapses. `trace`: write the traces of turns.
 */
export type DeadlineKind = "outbox" | "again" | "expiry" | "allocate" | "reservation" | "trace";

/** Longer than D1's own limit of 30 s for a batch. */
const LEASE_MS = 60_000;

/** The platform calls a failing alarm only a few times. An alarm that is later than this has been given up. */
const LOST_AFTER_MS = 10 * 60_000;

/**
 * An object has only one alarm. This table holds the deadlines that an object must not forget, and the alarm is never later
 * than the earliest. Each change of the alarm is billed as a row, so an alarm that has become too early is left: it
 * finds nothing due, and sets the next. A deadline may be served again after a crash, so serving it has to be idempotent.
 */
export class Deadlines {
	readonly #storage: DurableObjectStorage;
	/** The table in memory, because the object is its only writer. Null: it has to be read. */
	#due: Map<DeadlineKind, number> | null = null;
	/** The time of the alarm, or null if this life of the object knows of none. */
	#armedMs: number | null = null;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
	}

	/** An earlier life of the object may have set the alarm. */
	async load(): Promise<void> {
		this.#armedMs = await this.#storage.getAlarm();
	}

	/** After a transaction that failed. */
	forget(): void {
		this.#due = null;
	}

	/** Of two times for one kind, the earlier one counts. */
	set(kind: DeadlineKind, dueMs: number): void {
		if ((this.#known().get(kind) ?? Number.POSITIVE_INFINITY) <= dueMs) return;
		this.#storage.sql.exec(
			"INSERT INTO deadlines (kind, due_ms) VALUES (?1, ?2) ON CONFLICT (kind) DO UPDATE SET due_ms = excluded.due_ms WHERE excluded.due_ms < due_ms",
			kind,
			dueMs,
		);
		this.#known().set(kind, dueMs);
	}

	clear(kind: DeadlineKind): void {
		if (!this.has(kind)) return;
		this.#storage.sql.exec("DELETE FROM deadlines WHERE kind = ?", kind);
		this.#known().delete(kind);
	}

	has(kind: DeadlineKind): boolean {
		return this.#known().has(kind);
	}

	/** When the earliest deadline is due; infinity: there is none. */
	earliestMs(): number {
		return Math.min(...this.#known().values());
	}

	#known(): Map<DeadlineKind, number> {
		this.#due ??= new Map(
			this.#storage.sql
				.exec<{ kind: DeadlineKind; due_ms: number }>("SELECT kind, due_ms FROM deadlines")
				.toArray()
				.map(({ kind, due_ms: dueMs }) => [kind, dueMs]),
		);
		return this.#due;
	}

	/**
	 * Returns the kinds that are due, and moves their deadlines by the time that serving may take. If the object dies
	 * meanwhile, the alarm wakes it again.
	 */
	lease(nowMs: number): DeadlineKind[] {
		// Only the alarm calls this, and the alarm is then used up.
		this.#armedMs = null;
		this.forget();
		return this.#storage.sql
			.exec<{ kind: DeadlineKind }>(
				"UPDATE deadlines SET due_ms = ?1 WHERE due_ms <= ?2 RETURNING kind",
				nowMs + LEASE_MS,
				nowMs,
			)
			.toArray()
			.map(({ kind }) => kind);
	}

	/** Removes a served deadline, unless it was set anew meanwhile. */
	served(kind: DeadlineKind, leasedAtMs: number): void {
		if (this.#known().get(kind) === leasedAtMs + LEASE_MS) this.clear(kind);
	}

	/**
	 * Moves the alarm if it comes later than the earliest deadline. Call it after every change, without an `await` in between: a
	 * crash there would leave a deadline without an alarm. `withinMs`: the alarm also comes within this time, because something
	 * is unfinished that follows from the log, and so is no deadline of its own.
	 */
	async arm(nowMs: number, withinMs = Number.POSITIVE_INFINITY): Promise<void> {
		const dueMs = Math.min(this.earliestMs(), nowMs + withinMs);
		const isInTime = this.#armedMs !== null && this.#armedMs <= dueMs && this.#armedMs > nowMs - LOST_AFTER_MS;
		if (dueMs === Number.POSITIVE_INFINITY || isInTime) return;
		await this.#setAlarm(dueMs);
	}

	/**
	 * After an alarm that failed. What failed may follow from the log alone, and so be no deadline. A full storage refuses even
	 * the lease, so that deadlines are still due: the alarm must not come at once again.
	 */
	async armAgain(nowMs: number): Promise<void> {
		await this.#setAlarm(nowMs + LEASE_MS);
	}

	async #setAlarm(atMs: number): Promise<void> {
		this.#armedMs = atMs;
		try {
			await this.#storage.setAlarm(atMs);
		} catch (error) {
			// The next call has to try it again.
			this.#armedMs = null;
			throw error;
		}
	}
}
