import { PieceTable } from "../../shared/piece-table.ts";
import { SHORTEST_CUT_UNITS } from "../../shared/pieces.ts";
import { zerosFor } from "../../shared/zeros.ts";
import type { SessionEvent } from "../domain/events.ts";

/**
 * The object's SQLite tables: the log of events, values beside it, and deadlines. The platform bills rows: an answer
 * writes one row for each event, and one when D1 has its rows. A value that is too large for one row is stored in pieces.
 */
export function createSessionTables(sql: SqlStorage): void {
	sql.exec("CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, event TEXT NOT NULL)");
	sql.exec("CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
	PieceTable.create(sql, EVENT_PIECES);
	PieceTable.create(sql, META_PIECES);
	sql.exec("CREATE TABLE IF NOT EXISTS deadlines (kind TEXT PRIMARY KEY, due_ms INTEGER NOT NULL) WITHOUT ROWID");
}

const EVENT_PIECES = "event_pieces";
const META_PIECES = "meta_pieces";

/** Whether the session was ever started. Before that, its object stores nothing, whatever is called. */
export const hasSessionTables = (sql: SqlStorage): boolean =>
	sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'events'").toArray().length > 0;

/** An append-only log. `seq` counts from 1. */
export class EventLog {
	readonly #sql: SqlStorage;
	readonly #pieces: PieceTable;

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		this.#pieces = new PieceTable(sql, EVENT_PIECES);
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
		return this.#sql.exec<{ last: number }>("SELECT coalesce(max(seq), 0) AS last FROM events").one().last;
	}

	/** Only an event whose first piece fills a row can have more pieces. */
	#whole(seq: number, first: string): string {
		return first.length < SHORTEST_CUT_UNITS ? first : first + this.#pieces.restOf(String(seq));
	}

	/** Runs in one transaction with the other events of its command, because an event may need several rows. */
	append(seq: number, event: SessionEvent): void {
		const first = this.#pieces.write(String(seq), JSON.stringify(event));
		this.#sql.exec("INSERT INTO events (seq, event) VALUES (?, ?)", seq, first);
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
	| "fittings"
	| "refitted"
	| "erasedCalls"
	| "returnKey"
	| "traces";

/** The prompts of 26 arms together can have 3 MB. All other values are far below the limit of a row. */
const MAY_NEED_PIECES: readonly MetaName[] = ["protocol", "fittings", "erasedCalls"];

/** The object is the only one who writes its table, so a value that was read or written once is known. Long values are not kept in memory. */
export class Meta {
	readonly #sql: SqlStorage;
	readonly #pieces: PieceTable;
	readonly #known = new Map<MetaName, string | null>();

	constructor(sql: SqlStorage) {
		this.#sql = sql;
		this.#pieces = new PieceTable(sql, META_PIECES);
	}

	get(name: MetaName): string | null {
		const known = this.#known.get(name);
		if (known !== undefined) return known;
		const value = this.#read(name);
		this.#know(name, value);
		return value;
	}

	/** After a transaction that failed. */
	forget(): void {
		this.#known.clear();
	}

	#read(name: MetaName): string | null {
		const [row] = this.#sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = ?", name).toArray();
		if (!row) return null;
		return MAY_NEED_PIECES.includes(name) ? row.value + this.#pieces.restOf(name) : row.value;
	}

	#know(name: MetaName, value: string | null): void {
		if (!MAY_NEED_PIECES.includes(name)) this.#known.set(name, value);
	}

	remove(name: MetaName): void {
		if (MAY_NEED_PIECES.includes(name)) this.#pieces.remove(name);
		this.#overwrite(name);
		this.#sql.exec("DELETE FROM meta WHERE name = ?", name);
		this.#know(name, null);
	}

	set(name: MetaName, value: string): void {
		if (MAY_NEED_PIECES.includes(name)) {
			this.#pieces.remove(name);
			this.#overwrite(name);
		}
		this.#sql.exec(
			"INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
			name,
			MAY_NEED_PIECES.includes(name) ? this.#pieces.write(name, value) : value,
		);
		this.#know(name, value);
	}

	#overwrite(name: MetaName): void {
		this.#sql.exec(`UPDATE meta SET value = ${zerosFor("value")} WHERE name = ?`, name);
	}
}
