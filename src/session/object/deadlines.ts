/**
 * `outbox`: deliver rows to D1. `again`: deliver all rows, because D1 refused some. `expiry`: the session expires.
 * `alive`: a reply is being written. `allocate`: ask the allocator again. `reservation`: the place lapses.
 */
export type DeadlineKind = "outbox" | "again" | "expiry" | "alive" | "allocate" | "reservation";

/** Longer than D1's own limit of 30 s for a batch. */
const LEASE_MS = 60_000;

/**
 * An object has only one alarm. This table holds all deadlines, and the alarm is set to the earliest. A deadline may be
 * served again after a crash, so serving it has to be idempotent.
 */
export class Deadlines {
	readonly #storage: DurableObjectStorage;
	/** The time of the alarm, as far as this life of the object knows. */
	#armedMs: number | null | undefined;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
	}

	/** Of two times for one kind, the earlier one counts. */
	set(kind: DeadlineKind, dueMs: number): void {
		this.#storage.sql.exec(
			"INSERT INTO deadlines (kind, due_ms) VALUES (?1, ?2) ON CONFLICT (kind) DO UPDATE SET due_ms = excluded.due_ms WHERE excluded.due_ms < due_ms",
			kind,
			dueMs,
		);
	}

	clear(kind: DeadlineKind): void {
		this.#storage.sql.exec("DELETE FROM deadlines WHERE kind = ?", kind);
	}

	/**
	 * Returns the kinds that are due, and moves their deadlines by the time that serving may take. If the object dies
	 * meanwhile, the alarm wakes it again.
	 */
	lease(nowMs: number): DeadlineKind[] {
		// Only the alarm calls this, and the alarm is then used up.
		this.#armedMs = undefined;
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
		this.#storage.sql.exec("DELETE FROM deadlines WHERE kind = ? AND due_ms = ?", kind, leasedAtMs + LEASE_MS);
	}

	/**
	 * Sets the alarm to the earliest deadline. Call it after every change, without an `await` in between: a crash there
	 * would leave a deadline without an alarm.
	 */
	async arm(): Promise<void> {
		const rows = this.#storage.sql.exec<{ due: number | null }>("SELECT min(due_ms) AS due FROM deadlines").toArray();
		const due = rows[0]?.due ?? null;
		if (due === this.#armedMs) return;
		this.#armedMs = due;
		if (due !== null) await this.#storage.setAlarm(due);
		else await this.#storage.deleteAlarm();
	}
}
