import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";

/** The columns of the primary key. */
export function keyOf(table: SQLiteTable): SQLiteColumn[] {
	const own = Object.values(getTableColumns(table)).filter((column) => column.primary);
	const key = own.length > 0 ? own : getTableConfig(table).primaryKeys.flatMap(({ columns }) => columns);
	if (key.length === 0) throw new Error("the table has no primary key");
	return key;
}

/** Counts of a text, which never changes. A row from before they were counted keeps its length, so that no copy of it is left behind. */
const COUNTED_ONCE = ["characters", "words"];

/**
 * Sets every column from the new row that can change. Not the key, and no id that an index has, because a row never changes its
 * session or study: SQLite writes an index again for each column that is set, changed or not, and D1 bills it. `same`: other
 * columns that the row is known to have already.
 */
export function replacing(table: SQLiteTable, same: readonly string[] = []): Record<string, SQL> {
	const indexed = getTableConfig(table).indexes.flatMap(({ config }) => config.columns);
	const key = keyOf(table);
	const fixed = Object.entries(getTableColumns(table)).filter(
		([name, column]) =>
			!key.includes(column) &&
			!same.includes(name) &&
			!COUNTED_ONCE.includes(name) &&
			!(indexed.includes(column) && column.name.endsWith("_id")),
	);
	return Object.fromEntries(fixed.map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]));
}
