import { copyFileSync, existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { SessionEvent } from "../../src/session/domain/events.ts";

export type Row = Readonly<Record<string, unknown>>;
/** D1's rows by table. */
export type Tables = Readonly<Record<string, readonly Row[]>>;
/** The events of one session's object, as stored. */
export type Log = { readonly session: string; readonly events: readonly SessionEvent[] };

const objectFiles = (folder: string, kind: string): string[] =>
	globSync(join(folder, `state/v3/do/*${kind}*/*.sqlite`)).filter((file) => !file.endsWith("metadata.sqlite"));

/** A server that has just started still locks the files. */
const BUSY_MS = 30_000;

function read<T>(file: string, options: { readonly readOnly?: boolean }, look: (database: DatabaseSync) => T): T {
	const database = new DatabaseSync(file, { ...options, timeout: BUSY_MS });
	try {
		return look(database);
	} finally {
		database.close();
	}
}

/** SQLite's code for a file that a killed process left in the middle of a write, seen by a reader that may not write. */
const UNFINISHED_WRITE = 776;

/**
 * Reads a file that the server owns, without a change to it. A write that a kill cut off is taken back in a copy: in the
 * file itself, that is the server's work when it next opens it.
 */
export function peek<T>(file: string, look: (database: DatabaseSync) => T): T {
	try {
		return read(file, { readOnly: true }, look);
	} catch (error) {
		if ((error as { readonly errcode?: number }).errcode !== UNFINISHED_WRITE) throw error;
	}
	const folder = mkdtempSync(join(tmpdir(), "crossover-peek-"));
	try {
		const copy = join(folder, "copy.sqlite");
		// The journal first: taken back once more, a file that the server has just taken back stays the same.
		for (const part of ["-journal", "", "-wal"]) copyIfThere(file + part, copy + part);
		return read(copy, {}, look);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function copyIfThere(from: string, to: string): void {
	try {
		copyFileSync(from, to);
	} catch (error) {
		if ((error as { readonly code?: string }).code !== "ENOENT") throw error;
	}
}

const has = (database: DatabaseSync, table: string): boolean =>
	database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !== undefined;

/** The logs of all sessions. No server may have the storage open. */
export function logsOnDisk(folder: string): Log[] {
	return objectFiles(folder, "SessionObject").flatMap((file) =>
		read(file, {}, (database) => {
			if (!has(database, "events")) return [];
			const rows = database.prepare("SELECT event FROM events ORDER BY seq").all();
			const events = rows.map(({ event }) => JSON.parse(String(event)) as SessionEvent);
			const [first] = events;
			return first && "sessionId" in first ? [{ session: first.sessionId, events }] : [];
		}),
	);
}

/** The storage of a session's object. No server may have it open. */
export function logFileOf(folder: string, session: string): string {
	const found = objectFiles(folder, "SessionObject").find((file) =>
		read(
			file,
			{},
			(database) =>
				has(database, "events") &&
				String(database.prepare("SELECT event FROM events ORDER BY seq").get()?.event).includes(session),
		),
	);
	if (found === undefined) throw new Error(`no object of ${session}`);
	return found;
}

/** The places of all participants, read from the allocators. */
export const slotsOnDisk = (folder: string): readonly Row[] =>
	objectFiles(folder, "AllocatorObject").flatMap((file) =>
		read(file, {}, (database) =>
			has(database, "slots") ? database.prepare("SELECT * FROM slots ORDER BY session").all() : [],
		),
	);

/** The number of sessions with unfinished work: rows to deliver, a reply to write, a place to get. The server may be running. */
export const sessionsAtWork = (folder: string): number =>
	objectFiles(folder, "SessionObject").filter((file) =>
		peek(file, (database) => has(database, "events") && isAtWork(database)),
	).length;

/** The position in the log shows which rows are delivered. Deadlines show other unfinished work. */
function isAtWork(database: DatabaseSync): boolean {
	const last = database.prepare("SELECT max(seq) AS seq FROM events").get()?.seq ?? 0;
	const delivered = database.prepare("SELECT value FROM meta WHERE name = 'projected'").get()?.value ?? 0;
	const begun = "SELECT 1 FROM deadlines WHERE kind IN ('outbox', 'again', 'alive', 'allocate')";
	return Number(delivered) < Number(last) || database.prepare(begun).get() !== undefined;
}

function d1File(folder: string): string {
	const found = globSync(join(folder, "state/v3/d1/**/*.sqlite")).find((file) =>
		read(file, {}, (database) => has(database, "sessions")),
	);
	if (!found || !existsSync(found)) throw new Error(`no D1 below ${folder}`);
	return found;
}

/** All rows of D1, in the order of their first column. No server may have the storage open. */
export const tablesOnDisk = (folder: string): Tables =>
	read(d1File(folder), {}, (database) => {
		const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
		const tables = names.map(({ name }) => String(name)).filter((name) => !/^(_cf_|sqlite_|d1_)/.test(name));
		// The view `answers` has a row for each item of a form.
		return Object.fromEntries(
			[...tables, "answers"].map((table) => [table, database.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()]),
		);
	});

export function deleteRowsOnDisk(folder: string, tables: readonly string[]): void {
	read(d1File(folder), {}, (database) => {
		for (const table of tables) database.exec(`DELETE FROM "${table}"`);
	});
}
