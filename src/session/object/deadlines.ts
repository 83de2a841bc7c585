/**
 * outbox: rows for D1. again: all rows, because D1 refused some. expiry: the session's end by time. alive: a reply is being
 * written. allocate: ask the allocator again. reservation: the place is no longer held.
 */
export type DeadlineKind = "outbox" | "again" | "expiry" | "alive" | "allocate" | "reservation";

/** Longer than D1's own limit of 30 s for a batch. */
const LEASE_MS = 60_000;

/**
 * An object has one alarm; what is due when stands in a table, and the alarm is always set to the earliest. Whatever is
 * served may be served again after a crash, so that serving twice has to be the same as once.
 */
export class Deadlines {
	readonly #storage: DurableObjectStorage;
	/** What the alarm is set to, as far as this life of the object knows. */
	#armedMs: number | null | undefined;

	constructor(storage: DurableObjectStorage) {
		this.#storage = storage;
	}

	/** The earlier of two times for one kind stands. */
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
	 * What is due, put off for as long as serving it may take: an object that dies over it is woken again, and nothing that
	 * had to be done is forgotten.
	 */
	lease(nowMs: number): DeadlineKind[] {
		// Called by the alarm alone, which is over with it.
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

	/** Served: gone, unless it was set anew meanwhile. */
	served(kind: DeadlineKind, leasedAtMs: number): void {
		this.#storage.sql.exec("DELETE FROM deadlines WHERE kind = ? AND due_ms = ?", kind, leasedAtMs + LEASE_MS);
	}

	/**
	 * Sets the alarm to the earliest deadline. To be called after every change of them, in the same turn as the change: a
	 * crash at the next `await` would leave a deadline that nothing wakes the object for.
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
