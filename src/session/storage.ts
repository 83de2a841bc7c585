import type { SessionEvent } from "./events.ts";

/**
 * The object's own SQLite: the log of events, what stands beside it, and the deadlines. Rows are what the platform bills:
 * an answer writes one row an event and one for the deadline of the outbox.
 */
export function createSessionTables(sql: SqlStorage): void {
	sql.exec("CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, event TEXT NOT NULL)");
	sql.exec("CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
	sql.exec("CREATE TABLE IF NOT EXISTS deadlines (kind TEXT PRIMARY KEY, due_ms INTEGER NOT NULL) WITHOUT ROWID");
}

/** An append-only log; `seq` counts from 1. */
export class EventLog {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	/** Of one session a few hundred at the most: it is read whole, once a life of the object. */
	read(): { readonly seq: number; readonly event: SessionEvent }[] {
		return this.#sql
			.exec<{ seq: number; event: string }>("SELECT seq, event FROM events ORDER BY seq")
			.toArray()
			.map(({ seq, event }) => ({ seq, event: JSON.parse(event) as SessionEvent }));
	}

	append(seq: number, event: SessionEvent): void {
		this.#sql.exec("INSERT INTO events (seq, event) VALUES (?, ?)", seq, JSON.stringify(event));
	}

	/** Erasure: all that was said goes, the tombstone stays. */
	eraseBefore(seq: number): void {
		this.#sql.exec("DELETE FROM events WHERE seq < ?", seq);
	}
}

export type MetaName = "token" | "protocol" | "projected" | "failures" | "fittings" | "refitted" | "erasedCalls";

export class Meta {
	readonly #sql: SqlStorage;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
	}

	get(name: MetaName): string | null {
		const rows = this.#sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = ?", name).toArray();
		return rows[0]?.value ?? null;
	}

	remove(name: MetaName): void {
		this.#sql.exec("DELETE FROM meta WHERE name = ?", name);
	}

	set(name: MetaName, value: string): void {
		this.#sql.exec(
			"INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
			name,
			value,
		);
	}
}
