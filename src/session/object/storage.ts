import { FRAME_TABLES } from "../../replies/write/frame-store.ts";
import { PieceTable } from "../../shared/piece-table.ts";
import { SHORTEST_CUT_UNITS } from "../../shared/pieces.ts";
import { zerosFor } from "../../shared/zeros.ts";
import type { SessionEvent } from "../domain/events.ts";

const EVENT_PIECES = "event_pieces";
const META_PIECES = "meta_pieces";

const SESSION_TABLES: readonly string[] = [
	"CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, event TEXT NOT NULL)",
	"CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
	PieceTable.schemaOf(EVENT_PIECES),
	PieceTable.schemaOf(META_PIECES),
	"CREATE TABLE IF NOT EXISTS deadlines (kind TEXT PRIMARY KEY, due_ms INTEGER NOT NULL) WITHOUT ROWID",
];

/**
 * The object's SQLite tables: the log of events, values beside it, deadlines, and replies that are being written. The platform
 * bills rows: an answer writes one row for each event, and one when D1 has its rows. A value that is too large for one row is
 * stored in pieces. All in one call, because somebody who arrives waits for it.
 */
export function createSessionTables(sql: SqlStorage): void {
	sql.exec([...SESSION_TABLES, ...FRAME_TABLES].join(";\n"));
}

/** Whether the session was ever started. Before that, its object stores nothing, whatever is called. */
export const hasSessionTables = (sql: SqlStorage): boolean =>
	sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'events'").toArray().length > 0;

/** An append-only log. `seq` counts from 1. */
export class EventLog {
	readonly #sql: SqlStorage;
	readonly #pieces: PieceTable;
	/** The number of the last event. Null: it has to be read. */
	#last: number | null = null;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		this.#pieces = new PieceTable(sql, EVENT_PIECES);
	}

	/** After a transaction that failed. */
	forget(): void {
		this.#last = null;
	}

	/** The events after `seq`, in order. A session has a few hundred at most. */
	read(after = 0): { readonly seq: number; readonly event: SessionEvent }[] {
		return this.#sql
			.exec<{ seq: number; event: string }>("SELECT seq, event FROM events WHERE seq > ? ORDER BY seq", after)
			.toArray()
			.map(({ seq, event }) => ({ seq, event: JSON.parse(this.#whole(seq, event)) as SessionEvent }));
	}

	/** The number of the last event; 0 for an empty log. */
	last(): number {
		this.#last ??= this.#sql.exec<{ last: number }>("SELECT coalesce(max(seq), 0) AS last FROM events").one().last;
		return this.#last;
	}

	/** Only an event whose first piece fills a row can have more pieces. */
	#whole(seq: number, first: string): string {
		return first.length < SHORTEST_CUT_UNITS ? first : first + this.#pieces.restOf(String(seq));
	}

	/** Runs in one transaction with the other events of its command, because an event may need several rows. */
	append(seq: number, event: SessionEvent): void {
		const first = this.#pieces.write(String(seq), JSON.stringify(event));
		this.#sql.exec("INSERT INTO events (seq, event) VALUES (?, ?)", seq, first);
		this.#last = seq;
	}

	/** Stores a new form of the same event. */
	replace(seq: number, event: SessionEvent): void {
		this.#pieces.remove(String(seq));
		const first = this.#pieces.write(String(seq), JSON.stringify(event));
		this.#sql.exec(`UPDATE events SET event = ${zerosFor("event")} WHERE seq = ?`, seq);
		this.#sql.exec("UPDATE events SET event = ? WHERE seq = ?", first, seq);
	}

	/** For erasure: deletes all earlier events. The tombstone stays. */
	eraseBefore(seq: number): void {
		this.#sql.exec(`UPDATE events SET event = ${zerosFor("event")} WHERE seq < ?`, seq);
		this.#sql.exec("DELETE FROM events WHERE seq < ?", seq);
		this.#pieces.removeExcept(String(seq));
	}
}

export type MetaName =
	| "token"
	| "protocol"
	| "projected"
	| "partly"
	| "ahead"
	| "rewinds"
	| "aside"
	| "failures"
	| "refusedSince"
	| "fittings"
	| "refitted"
	| "erasedCalls"
	| "returnKey"
	| "traces";

/** The prompts of 26 arms together can have 3 MB. All other values are far below the limit of a row. */
const MAY_NEED_PIECES: readonly MetaName[] = ["protocol", "fittings", "erasedCalls"];

/** The object is the only one who writes its table, so it is read once, with all short values. Long values are not kept in memory. */
export class Meta {
	readonly #sql: SqlStorage;
	readonly #pieces: PieceTable;
	/** All short values. Null: they have to be read. */
	#short: Map<string, string> | null = null;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		this.#pieces = new PieceTable(sql, META_PIECES);
	}

	get(name: MetaName): string | null {
		return MAY_NEED_PIECES.includes(name) ? this.#long(name) : (this.#known().get(name) ?? null);
	}

	/** After a transaction that failed. */
	forget(): void {
		this.#short = null;
	}

	#known(): Map<string, string> {
		this.#short ??= new Map(
			this.#sql
				.exec<{ name: string; value: string }>(
					`SELECT name, value FROM meta WHERE name NOT IN (${MAY_NEED_PIECES.map(() => "?").join(", ")})`,
					...MAY_NEED_PIECES,
				)
				.toArray()
				.map(({ name, value }) => [name, value]),
		);
		return this.#short;
	}

	#long(name: MetaName): string | null {
		const [row] = this.#sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = ?", name).toArray();
		return row ? row.value + this.#pieces.restOf(name) : null;
	}

	remove(name: MetaName): void {
		if (MAY_NEED_PIECES.includes(name)) this.#pieces.remove(name);
		this.#overwrite(name);
		this.#sql.exec("DELETE FROM meta WHERE name = ?", name);
		this.#short?.delete(name);
	}

	set(name: MetaName, value: string): void {
		const isLong = MAY_NEED_PIECES.includes(name);
		if (isLong) this.#clear(name);
		this.#sql.exec(
			"INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
			name,
			isLong ? this.#pieces.write(name, value) : value,
		);
		if (!isLong) this.#short?.set(name, value);
	}

	/** Before a long value is replaced. A new session has none yet, and somebody waits for it. */
	#clear(name: MetaName): void {
		if (this.#sql.exec("SELECT 1 FROM meta WHERE name = ?", name).toArray().length === 0) return;
		this.#pieces.remove(name);
		this.#overwrite(name);
	}

	#overwrite(name: MetaName): void {
		this.#sql.exec(`UPDATE meta SET value = ${zerosFor("value")} WHERE name = ?`, name);
	}
}
