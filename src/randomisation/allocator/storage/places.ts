import type { Cipher } from "../../crypto/cipher.ts";
import { zerosFor } from "../../shared/zeros.ts";
import type { SlotStatus, StratumState } from "../draw/allocation.ts";
import type { Allotment } from "../draw/blocks.ts";
import type { OpeningRecord, Quota } from "../draw/scheme.ts";
import type { CourseTally } from "../monitor/balance.ts";
import type { RatioFailure } from "../monitor/ratio-report.ts";
import { courseOf } from "../plan/course.ts";
import type { Plan } from "../plan/plan.ts";
import { ALL_FIXED, type AllocatorOpening, type ArmInput, type Pool } from "./allocator-client.ts";
import { type ChainHead, chainStart, type LogLine } from "./log-chain.ts";

/**
 * The allocator's tables, in its object's SQLite. An enrolment writes three rows: place, stratum and log line. A
 * confirmation writes two and a release three. `WITHOUT ROWID` saves the additional row of a text key's index.
 */
export function createTables(sql: SqlStorage): void {
	sql.exec(
		"CREATE TABLE IF NOT EXISTS opening (one INTEGER PRIMARY KEY CHECK (one = 1), opening TEXT NOT NULL, record TEXT NOT NULL, revealed_at TEXT)",
	);
	sql.exec(
		"CREATE TABLE IF NOT EXISTS strata (pool TEXT, key TEXT, state TEXT NOT NULL, PRIMARY KEY (pool, key)) WITHOUT ROWID",
	);
	sql.exec(`CREATE TABLE IF NOT EXISTS slots (session TEXT PRIMARY KEY, pool TEXT NOT NULL, stratum TEXT NOT NULL,
		draw INTEGER NOT NULL, block INTEGER NOT NULL, place INTEGER NOT NULL, sequence_row INTEGER NOT NULL, copy INTEGER NOT NULL,
		sequence TEXT NOT NULL, status TEXT NOT NULL, course TEXT) WITHOUT ROWID`);
	const columns = sql.exec<{ name: string }>("PRAGMA table_info(slots)").toArray();
	if (!columns.some(({ name }) => name === "course")) sql.exec("ALTER TABLE slots ADD COLUMN course TEXT");
	sql.exec(
		"CREATE TABLE IF NOT EXISTS log (line INTEGER PRIMARY KEY, prev TEXT NOT NULL, entry TEXT NOT NULL, hash TEXT NOT NULL)",
	);
	sql.exec("CREATE TABLE IF NOT EXISTS reservations (session TEXT PRIMARY KEY, nth INTEGER NOT NULL) WITHOUT ROWID");
	sql.exec("CREATE TABLE IF NOT EXISTS entered (session TEXT PRIMARY KEY) WITHOUT ROWID");
	sql.exec("CREATE TABLE IF NOT EXISTS inputs (name TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID");
	sql.exec("CREATE TABLE IF NOT EXISTS full_quota (nth INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL)");
	sql.exec("CREATE TABLE IF NOT EXISTS quota (one INTEGER PRIMARY KEY CHECK (one = 1), quota TEXT NOT NULL)");
	sql.exec("CREATE TABLE IF NOT EXISTS given_up (attempt TEXT PRIMARY KEY) WITHOUT ROWID");
	// The log is append-only, even if later code has a bug. A REPLACE deletes rows without firing the trigger of DELETE.
	for (const [name, action] of [
		["log_no_update", "UPDATE"],
		["log_no_delete", "DELETE"],
	])
		sql.exec(
			`CREATE TRIGGER IF NOT EXISTS ${name} BEFORE ${action} ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END`,
		);
	sql.exec(`CREATE TRIGGER IF NOT EXISTS log_no_replace BEFORE INSERT ON log
		WHEN NEW.line <> (SELECT coalesce(max(line) + 1, 0) FROM log)
		BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END`);
}

/** The opening with its secrets, and the part that the log shows. */
export type StoredOpening = {
	readonly opening: AllocatorOpening;
	readonly record: OpeningRecord;
	/** When the seed was given out. */
	readonly revealedAt: string | null;
};

/** The seed and the sealing key are encrypted, so that reading this database is not enough to draw or to unblind. */
const ABOUT = "opening";

export function readOpening(sql: SqlStorage, cipher: Cipher): StoredOpening | null {
	type Row = { opening: string; record: string; revealed_at: string | null };
	const [row] = sql.exec<Row>("SELECT opening, record, revealed_at FROM opening").toArray();
	if (!row) return null;
	const opening: AllocatorOpening = JSON.parse(cipher.openText(row.opening, ABOUT));
	const current = { ...opening, sealedArms: renewedSeal(opening.sealedArms, cipher) };
	if (!cipher.isCurrent(row.opening)) {
		sql.exec(`UPDATE opening SET opening = ${zerosFor("opening")}`);
		sql.exec("UPDATE opening SET opening = ?", cipher.sealText(JSON.stringify(current), ABOUT));
	}
	return { opening: current, record: JSON.parse(row.record), revealedAt: row.revealed_at };
}

/** For openings from before seals were encrypted, or under a replaced secret. */
const renewedSeal = (sealed: string, cipher: Cipher): string =>
	cipher.isCurrent(sealed) ? sealed : cipher.seal(cipher.open(sealed));

export const insertOpening = (sql: SqlStorage, { opening, record }: StoredOpening, cipher: Cipher): void => {
	const text = cipher.sealText(JSON.stringify(opening), ABOUT);
	sql.exec("INSERT INTO opening VALUES (1, ?, ?, NULL)", text, JSON.stringify(record));
};

/** The quota that replaced the opening's. Undefined if it never changed. */
export function readQuota(sql: SqlStorage): Quota | null | undefined {
	const [row] = sql.exec<{ quota: string }>("SELECT quota FROM quota").toArray();
	return row && JSON.parse(row.quota);
}

export const writeQuota = (sql: SqlStorage, quota: Quota | null): void => {
	sql.exec(
		"INSERT INTO quota VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET quota = excluded.quota",
		JSON.stringify(quota),
	);
};

export const insertGivenUp = (sql: SqlStorage, attempt: string): void => {
	sql.exec("INSERT INTO given_up VALUES (?) ON CONFLICT DO NOTHING", attempt);
};

export const isGivenUp = (sql: SqlStorage, attempt: string): boolean =>
	sql.exec("SELECT 1 FROM given_up WHERE attempt = ?", attempt).toArray().length > 0;

export const updateRevealed = (sql: SqlStorage, revealedAt: string): void => {
	sql.exec("UPDATE opening SET revealed_at = ?", revealedAt);
};

/** One per stratum, whatever the number of participants. */
export const readStrata = (sql: SqlStorage): StratumState[] =>
	sql
		.exec<{ state: string }>("SELECT state FROM strata")
		.toArray()
		.map(({ state }) => JSON.parse(state));

export const writeStratum = (sql: SqlStorage, state: StratumState): void => {
	const upsert = "INSERT INTO strata VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state";
	sql.exec(upsert, state.pool, state.key, JSON.stringify(state));
};

export type StoredSlot = { readonly allotment: Allotment & { readonly pool: Pool }; readonly status: SlotStatus };

type SlotRow = {
	pool: Pool;
	stratum: string;
	draw: number;
	block: number;
	place: number;
	sequence_row: number;
	copy: number;
	status: SlotStatus;
};

export function readSlot(sql: SqlStorage, session: string): StoredSlot | null {
	const [row] = sql.exec<SlotRow>("SELECT * FROM slots WHERE session = ?", session).toArray();
	return row ? storedSlot(row) : null;
}

function storedSlot({ pool, stratum, draw, copy, status, block, place, sequence_row: row }: SlotRow): StoredSlot {
	return { allotment: { pool, stratum, draw, slot: { block, place }, row, copy }, status };
}

export function insertSlot(
	sql: SqlStorage,
	session: string,
	allotment: Allotment,
	{ sequence, conversations }: Pick<Plan, "sequence" | "conversations">,
): void {
	const { pool, stratum, draw, slot, row, copy } = allotment;
	const labels = JSON.stringify(sequence);
	sql.exec(
		"INSERT INTO slots VALUES (?,?,?,?,?,?,?,?,?,'reserved',?)",
		session,
		pool,
		stratum,
		draw,
		slot.block,
		slot.place,
		row,
		copy,
		labels,
		JSON.stringify(courseOf({ conversations })),
	);
}

/** Before a lapsed session gets another place, because its own went to somebody else. */
export const deleteSlot = (sql: SqlStorage, session: string): void => {
	sql.exec("DELETE FROM slots WHERE session = ?", session);
};

/** How many reservations the session has had. 1 if nothing is stored, because most reservations never lapse. */
export function readReservations(sql: SqlStorage, session: string): number {
	const [row] = sql.exec<{ nth: number }>("SELECT nth FROM reservations WHERE session = ?", session).toArray();
	return row?.nth ?? 1;
}

export const writeReservations = (sql: SqlStorage, session: string, nth: number): void => {
	sql.exec("INSERT INTO reservations VALUES (?, ?) ON CONFLICT DO UPDATE SET nth = excluded.nth", session, nth);
};

export const updateStatus = (sql: SqlStorage, session: string, status: SlotStatus): void => {
	sql.exec("UPDATE slots SET status = ? WHERE session = ?", status, session);
};

/** All places of one pool. Read when a researcher asks, never during an enrolment. */
export function readTallies(sql: SqlStorage, pool: Pool): CourseTally[] {
	const query = `SELECT stratum, sequence, course, SUM(status = 'reserved') AS reserved, SUM(status = 'confirmed') AS confirmed,
		SUM(status IN ('released', 'lapsed')) AS released FROM slots WHERE pool = ? AND course IS NOT NULL GROUP BY stratum, sequence, course`;
	type Row = {
		stratum: string;
		sequence: string;
		course: string;
		reserved: number;
		confirmed: number;
		released: number;
	};
	return sql
		.exec<Row>(query, pool)
		.toArray()
		.map((row) => ({ ...row, sequence: JSON.parse(row.sequence), course: JSON.parse(row.course) }));
}

/** Places from before courses were stored. Their courses have to be drawn again. */
export const readSlotsWithoutCourse = (sql: SqlStorage, pool: Pool): StoredSlot[] =>
	sql.exec<SlotRow>("SELECT * FROM slots WHERE pool = ? AND course IS NULL", pool).toArray().map(storedSlot);

export const countLapsed = (sql: SqlStorage): number =>
	sql.exec<{ n: number }>("SELECT count(*) AS n FROM slots WHERE status = 'lapsed'").one().n;

export const insertEntered = (sql: SqlStorage, session: string): void => {
	sql.exec("INSERT INTO entered VALUES (?) ON CONFLICT DO NOTHING", session);
};

export const readEntered = (sql: SqlStorage, after: string, limit: number): string[] =>
	sql
		.exec<{ session: string }>("SELECT session FROM entered WHERE session > ? ORDER BY session LIMIT ?", after, limit)
		.toArray()
		.map(({ session }) => session);

export function writeInputs(sql: SqlStorage, inputs: readonly ArmInput[]): void {
	const upsert = "INSERT INTO inputs VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET hash = excluded.hash";
	for (const { name, hash } of inputs)
		if (hash === null) sql.exec("DELETE FROM inputs WHERE name = ?", name);
		else sql.exec(upsert, name, hash);
}

export function readInputs(sql: SqlStorage, names: readonly string[]): Record<string, string> | null {
	const hashOf = (name: string) =>
		sql.exec<{ hash: string }>("SELECT hash FROM inputs WHERE name = ?", name).toArray()[0]?.hash;
	if (hashOf(ALL_FIXED.name) === undefined) return null;
	return Object.fromEntries(
		names.flatMap((name) => {
			const hash = hashOf(name);
			return hash === undefined ? [] : [[name, hash]];
		}),
	);
}

/** The end of the log, and its time. */
export type LogHead = ChainHead & { readonly at: string };

/** The last line, or the position before the first. */
export function readHead(sql: SqlStorage, commitment: string): LogHead {
	const [row] = sql
		.exec<{ line: number; hash: string; at: string }>(
			"SELECT line, hash, json_extract(entry, '$.at') AS at FROM log ORDER BY line DESC LIMIT 1",
		)
		.toArray();
	return row ? { index: row.line, hash: row.hash, at: row.at } : { ...chainStart(commitment), at: "" };
}

export const appendLine = (sql: SqlStorage, { index, prev, entry, hash }: LogLine): void => {
	sql.exec("INSERT INTO log VALUES (?, ?, ?, ?)", index, prev, JSON.stringify(entry), hash);
};

/** Lines at which the sample ratio began to fail. They are few, and read only when there is another one. */
export const readRatioFailures = (sql: SqlStorage): RatioFailure[] =>
	sql
		.exec<{ line: number; entry: string }>(
			"SELECT line, entry FROM log WHERE json_extract(entry, '$.kind') = 'ratio_failed' ORDER BY line",
		)
		.toArray()
		.map(({ line, entry }) => ({ line, entry: JSON.parse(entry) }));

/** A moment at which the quota became full, until the study's webhooks know it. `nth` never repeats. */
export type FullQuota = { readonly nth: number; readonly at: string };

export const insertFull = (sql: SqlStorage, at: string): void => {
	sql.exec("INSERT INTO full_quota (at) VALUES (?)", at);
};

export const readFull = (sql: SqlStorage): FullQuota[] =>
	sql.exec<FullQuota>("SELECT nth, at FROM full_quota ORDER BY nth").toArray();

export const deleteFull = (sql: SqlStorage, nth: number): void => {
	sql.exec("DELETE FROM full_quota WHERE nth = ?", nth);
};

export const hasUnblinding = (sql: SqlStorage, unblinding: string): boolean =>
	sql
		.exec(
			"SELECT 1 FROM log WHERE json_extract(entry, '$.kind') = 'unblinded' AND json_extract(entry, '$.unblinding') = ?",
			unblinding,
		)
		.toArray().length > 0;

/** At most `limit` lines, from `from` on. */
export function readLines(sql: SqlStorage, from: number, limit: number): LogLine[] {
	type Row = { line: number; prev: string; entry: string; hash: string };
	const rows = sql
		.exec<Row>("SELECT line, prev, entry, hash FROM log WHERE line >= ? ORDER BY line LIMIT ?", from, limit)
		.toArray();
	return rows.map(({ line, prev, entry, hash }) => ({ index: line, prev, entry: JSON.parse(entry), hash }));
}
