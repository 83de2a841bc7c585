import { and, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { BLOCK_FORMAT, type ReplyBlock } from "../blinding/seals/sealed-reply.ts";
import type { Database } from "../db/database.ts";
import { turns } from "../db/tables/conversations.ts";
import { modelCalls } from "../db/tables/sealed.ts";
import { deviations, sessions } from "../db/tables/sessions.ts";

export type UnsealedRow = { readonly id: string; readonly value: unknown };
type UnsealedBlock = { readonly id: string; readonly value: ReplyBlock };

const isBlock = (row: UnsealedRow): row is UnsealedBlock =>
	typeof row.value === "object" && row.value !== null && "format" in row.value && row.value.format === BLOCK_FORMAT;

/** Sessions with a sealed row that had no room for everything. Their logs have it. */
export const truncatedIn = (rows: readonly UnsealedRow[]): string[] =>
	rows.flatMap((row) => (isBlock(row) && row.value.truncated ? [row.value.place.sessionId] : []));

/** The rows as one parameter, because D1 takes at most a hundred. */
export const rowsParameter = (rows: readonly UnsealedRow[]): SQL => sql`json_each(${JSON.stringify(rows)}) AS opened`;
export const idsOf = (rows: readonly UnsealedRow[]): SQL =>
	sql`(SELECT value FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}))`;
export const erasedOf = (db: Database, studyId: string) =>
	db
		.select({ id: sessions.id })
		.from(sessions)
		.where(and(eq(sessions.studyId, studyId), eq(sessions.source, "erased")));

/**
 * The statements that write unsealed rows of `model_calls`. Rows of erased sessions are deleted instead, because they could
 * not be found before.
 */
export function callWrites(db: Database, studyId: string, rows: readonly UnsealedRow[]): BatchItem<"sqlite">[] {
	const blocks = rows.filter(isBlock);
	const single = rows.filter((row) => !isBlock(row));
	return [
		...(blocks.length > 0 ? blockWrites(db, studyId, blocks) : []),
		...(single.length > 0 ? singleWrites(db, studyId, single) : []),
	];
}

/** Replaces a sealed row by a row for each of its calls and deviations. The first call has the id of the sealed row. */
function blockWrites(db: Database, studyId: string, blocks: readonly UnsealedBlock[]): BatchItem<"sqlite">[] {
	const erased = erasedOf(db, studyId);
	const selectFrom = (table: SQLiteTable, list: "calls" | "deviations") => {
		const values = Object.keys(getTableColumns(table)).map((name) => sql`entry ->> ${name}`);
		return sql`SELECT ${sql.join(values, sql`, `)} FROM ${entriesOf(blocks, list)} WHERE entry ->> 'sessionId' NOT IN ${erased}`;
	};
	const turn = sql`opened.value -> 'value' -> 'turn'`;
	return [
		db.delete(modelCalls).where(sql`${modelCalls.id} IN ${idsOf(blocks)}`),
		db.insert(modelCalls).select(selectFrom(modelCalls, "calls")).onConflictDoNothing(),
		db.insert(deviations).select(selectFrom(deviations, "deviations")).onConflictDoNothing(),
		db
			.update(turns)
			.set({ retries: sql`${turn} ->> 'retries'` })
			.from(rowsParameter(blocks))
			.where(sql`${turns.id} = ${turn} ->> 'id'`),
	];
}

/** Each call or deviation, with the fields that its block shares. */
const entriesOf = (blocks: readonly UnsealedBlock[], list: "calls" | "deviations"): SQL => {
	const block = sql`opened.value -> 'value'`;
	const common =
		list === "calls" ? sql`json_patch(${block} -> 'place', ${block} -> 'shared')` : sql`${block} -> 'place'`;
	return sql`(SELECT json_patch(${common}, each.value) AS entry FROM ${rowsParameter(blocks)}, json_each(${block} -> ${list}) AS each)`;
};

/** A sealed row of an earlier version is one call. Its columns are filled in. */
function singleWrites(db: Database, studyId: string, rows: readonly UnsealedRow[]): BatchItem<"sqlite">[] {
	const { id: _, studyId: __, protocolHash: ___, sealed: ____, ...columns } = getTableColumns(modelCalls);
	const set = Object.fromEntries(Object.keys(columns).map((name) => [name, sql`opened.value -> 'value' ->> ${name}`]));
	return [
		db
			.update(modelCalls)
			.set({ sealed: null, ...set })
			.from(rowsParameter(rows))
			.where(sql`${modelCalls.id} = opened.value ->> 'id'`),
		db
			.delete(modelCalls)
			.where(and(sql`${modelCalls.id} IN ${idsOf(rows)}`, inArray(modelCalls.sessionId, erasedOf(db, studyId)))),
	];
}
