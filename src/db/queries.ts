import { getTableColumns, is, SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "./database.ts";
import { keyOf, replacing } from "./replace-row.ts";

/** SQL with its parameters, as D1 takes it. */
export type Query = { readonly sql: string; readonly params: readonly unknown[] };

/** What drizzle has built. */
export function queryOf(item: BatchItem<"sqlite">): Query {
	if (!("toSQL" in item) || typeof item.toSQL !== "function") throw new Error("not a statement of one query");
	return item.toSQL();
}

/** Of all queries, in one transaction. The results of the first. */
export async function inOneBatch<Row>(d1: D1Database, queries: readonly Query[]): Promise<readonly Row[]> {
	const [first] = await d1.batch<Row>(queries.map((query) => d1.prepare(query.sql).bind(...query.params)));
	return first?.results ?? [];
}

type Row = Readonly<Record<string, unknown>>;

/** By table, and by the columns that stay the same. */
const texts = new WeakMap<SQLiteTable, Map<string, string>>();

/**
 * Writes the row, or replaces the one under its key: `replacing`. All rows of a table have the same SQL. Drizzle builds it once,
 * because that took a fifth of the CPU of a step, more than all rules.
 */
export function upsertQuery(db: Database, table: SQLiteTable, row: Row, same: readonly string[] = []): Query {
	const columns = Object.entries(getTableColumns(table));
	return {
		sql: upsertText(db, table, same),
		params: columns.map(([name, column]) => driverValue(column, row[name])),
	};
}

function upsertText(db: Database, table: SQLiteTable, same: readonly string[]): string {
	const known = texts.get(table) ?? new Map<string, string>();
	texts.set(table, known);
	const text = known.get(same.join()) ?? builtUpsert(db, table, same);
	known.set(same.join(), text);
	return text;
}

function builtUpsert(db: Database, table: SQLiteTable, same: readonly string[]): string {
	const names = Object.keys(getTableColumns(table));
	const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
	const upsert = db
		.insert(table)
		.values(values)
		.onConflictDoUpdate({ target: keyOf(table), set: replacing(table, same) });
	return upsert.toSQL().sql;
}

/** As drizzle maps it. A column without a value has its default. */
function driverValue(column: SQLiteColumn, value: unknown): unknown {
	const given = value === undefined ? column.default : value;
	if (is(given, SQL)) throw new Error(`the default of ${column.name} is computed by the database`);
	return given === undefined || given === null ? null : column.mapToDriverValue(given);
}
