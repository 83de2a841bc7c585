import { and, asc, eq, getTableColumns, gt, isNotNull, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { rowUnsealer, type UnsealRow } from "../blinding/seals/seal-keys.ts";
import { isSealedText } from "../blinding/seals/sealed-text.ts";
import type { Database } from "../db/database.ts";
import { candidates } from "../db/tables/conversations.ts";
import { modelCalls, sealedDeviations } from "../db/tables/sealed.ts";
import { deviations } from "../db/tables/sessions.ts";
import { studyDeviations } from "../db/tables/studies.ts";
import { callWrites, erasedOf, idsOf, rowsParameter, truncatedIn, type UnsealedRow } from "./unsealed-calls.ts";

/** The result of one call. `complete`: no readable row is sealed any more. */
export type UnsealedRows = {
	readonly rows: number;
	readonly unreadable: number;
	readonly complete: boolean;
	/** Sessions whose sealed rows had no room for everything. Writing their rows again from their logs completes them. */
	readonly truncated: readonly string[];
};
const NOTHING: UnsealedRows = { rows: 0, unreadable: 0, complete: true, truncated: [] };

/** The most rows that one call unseals. A request's time is limited, and a study may have half a million rows. */
const ROWS_PER_CALL = 5_000;
/** Rows that are read at a time. With long prompts they are still only a few megabytes. */
const ROWS_PER_PAGE = { calls: 100, texts: 25 } as const;
/** UTF-16 units that one statement writes. With three bytes per unit this is below the 2 MB that D1 takes as a parameter. */
const UNITS_PER_STATEMENT = 500_000;

/** A row that is still sealed. SQLite's own row number gives the order: it grows, and is in every index. */
type SealedRow = { readonly place: number; readonly id: string; readonly jwe: string };

/** One kind of sealed column, with its queries. */
type Kind = {
	readonly page: number;
	readonly read: (after: number, limit: number) => Promise<SealedRow[]>;
	readonly write: (rows: readonly UnsealedRow[]) => Promise<unknown>;
};

/**
 * Unseals a study's rows in place. One statement both writes the values and removes the seal, so that a call may
 * stop anywhere and the next one continues. A row that cannot be unsealed stays as it is.
 */
export async function unsealRows(
	db: Database,
	studyId: string,
	privateJwk: JsonWebKey,
	limit = ROWS_PER_CALL,
): Promise<UnsealedRows> {
	const unsealRow = await rowUnsealer(privateJwk);
	let unsealed = NOTHING;
	for (const kind of [callsOf, textsOf, deviationsOf, changesOf, hiddenOf].map((kindOf) => kindOf(db, studyId))) {
		const left = limit - unsealed.rows - unsealed.unreadable;
		const more = left > 0 ? await unsealKind(kind, unsealRow, left) : { ...NOTHING, complete: false };
		unsealed = {
			rows: unsealed.rows + more.rows,
			unreadable: unsealed.unreadable + more.unreadable,
			complete: unsealed.complete && more.complete,
			truncated: [...unsealed.truncated, ...more.truncated],
		};
	}
	return { ...unsealed, truncated: [...new Set(unsealed.truncated)] };
}

async function unsealKind({ page, read, write }: Kind, unsealRow: UnsealRow, limit: number): Promise<UnsealedRows> {
	let [rows, unreadable, after] = [0, 0, 0];
	const truncated: string[] = [];
	while (rows + unreadable < limit) {
		const size = Math.min(page, limit - rows - unreadable);
		const found = await read(after, size);
		const unsealed = (await Promise.all(found.map((row) => unsealOne(row, unsealRow)))).flatMap((row) => row ?? []);
		for (const rowsAtOnce of bySize(unsealed)) await write(rowsAtOnce);
		truncated.push(...truncatedIn(unsealed));
		rows += unsealed.length;
		unreadable += found.length - unsealed.length;
		after = found.at(-1)?.place ?? after;
		if (found.length < size) return { rows, unreadable, complete: true, truncated };
	}
	return { rows, unreadable, complete: false, truncated };
}

function bySize(rows: readonly UnsealedRow[]): UnsealedRow[][] {
	const groups: UnsealedRow[][] = [];
	let units = Number.POSITIVE_INFINITY;
	for (const row of rows) {
		const size = JSON.stringify(row).length;
		units += size;
		if (units > UNITS_PER_STATEMENT) groups.push([]);
		if (units > UNITS_PER_STATEMENT) units = size;
		groups.at(-1)?.push(row);
	}
	return groups;
}

async function unsealOne({ id, jwe }: SealedRow, unsealRow: UnsealRow): Promise<UnsealedRow | null> {
	try {
		return { id, value: await unsealRow(jwe) };
	} catch {
		return null;
	}
}

const rowid = sql<number>`rowid`;
/** Model calls. */
const callsOf = (db: Database, studyId: string): Kind => ({
	page: ROWS_PER_PAGE.calls,
	read: (after, limit) =>
		db
			.select({ place: rowid, id: modelCalls.id, jwe: sql<string>`${modelCalls.sealed}` })
			.from(modelCalls)
			.where(and(eq(modelCalls.studyId, studyId), isNotNull(modelCalls.sealed), gt(rowid, after)))
			.orderBy(asc(rowid))
			.limit(limit),
	write: async (rows) => {
		const [first, ...rest] = callWrites(db, studyId, rows);
		if (first) await db.batch([first, ...rest]);
	},
});

/** The original text of a reply. The `text` that the participant read stays beside it. */
const textsOf = (db: Database, studyId: string): Kind =>
	inPlace(db, studyId, { table: candidates, column: candidates.sealedText, page: ROWS_PER_PAGE.texts });

const deviationsOf = (db: Database, studyId: string): Kind =>
	inPlace(db, studyId, { table: deviations, column: deviations.sealed, page: ROWS_PER_PAGE.calls });

/** The arm inputs before and after a change. */
const changesOf = (db: Database, studyId: string): Kind =>
	inPlace(db, studyId, { table: studyDeviations, column: studyDeviations.sealed, page: ROWS_PER_PAGE.calls });

/** Moves hidden deviations to the table of all others, except those of erased sessions. */
function hiddenOf(db: Database, studyId: string): Kind {
	const names = Object.keys(getTableColumns(deviations));
	const values = sql.join(
		names.map((name) => sql`opened.value -> 'value' ->> ${name}`),
		sql`, `,
	);
	const selectFrom = (rows: readonly UnsealedRow[]) =>
		sql`SELECT ${values} FROM ${rowsParameter(rows)} WHERE opened.value -> 'value' ->> 'sessionId' NOT IN ${erasedOf(db, studyId)}`;
	return {
		page: ROWS_PER_PAGE.calls,
		read: (after, limit) =>
			db
				.select({ place: rowid, id: sealedDeviations.id, jwe: sealedDeviations.sealed })
				.from(sealedDeviations)
				.where(and(eq(sealedDeviations.studyId, studyId), gt(rowid, after)))
				.orderBy(asc(rowid))
				.limit(limit),
		write: (rows) =>
			db.batch([
				db.insert(deviations).select(selectFrom(rows)).onConflictDoNothing(),
				db.delete(sealedDeviations).where(sql`${sealedDeviations.id} IN ${idsOf(rows)}`),
			]),
	};
}

type RowPosition = {
	readonly table: typeof candidates | typeof deviations | typeof studyDeviations;
	readonly column: SQLiteColumn;
	readonly page: number;
};

/** A text column that holds a JWE before and its value afterwards. */
function inPlace(db: Database, studyId: string, { table, column, page }: RowPosition): Kind {
	const set = sql`${sql.identifier(column.name)} = opened.value ->> 'value'`;
	return {
		page,
		read: (after, limit) =>
			db
				.select({ place: rowid, id: table.id, jwe: sql<string>`${column}` })
				.from(table)
				.where(and(eq(table.studyId, studyId), isSealedText(column), gt(rowid, after)))
				.orderBy(asc(rowid))
				.limit(limit),
		write: (rows) =>
			db.run(sql`UPDATE ${table} SET ${set} FROM ${rowsParameter(rows)} WHERE ${table.id} = opened.value ->> 'id'`),
	};
}
