import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { zerosFor } from "../shared/zeros.ts";
import type { Database } from "./database.ts";

/** `zerosFor` a D1 column. */
export const zeros = (column: SQLiteColumn): SQL => sql.raw(zerosFor(`"${column.name}"`));

/**
 * Deletes rows permanently: their texts are overwritten first. Our own ids and indexed columns are not overwritten. Both
 * statements belong in one batch.
 */
export function overwriteAndDelete(db: Database, table: SQLiteTable, where: SQL | undefined): BatchItem<"sqlite">[] {
	const set = Object.fromEntries(textsOf(table).map(([name, column]) => [name, zeros(column)]));
	return [db.update(table).set(set).where(where), db.delete(table).where(where)];
}

/** Text columns by their names in the schema. */
export function textsOf(table: SQLiteTable): [string, SQLiteColumn][] {
	const { indexes, primaryKeys } = getTableConfig(table);
	const keys = [...indexes.flatMap(({ config }) => config.columns), ...primaryKeys.flatMap(({ columns }) => columns)];
	return Object.entries(getTableColumns(table)).filter(
		([, column]) => TEXTS.includes(column.dataType) && !column.primary && !keys.includes(column) && !isId(column),
	);
}

/** Conditions select rows by our own ids, so rows must keep their ids until they are deleted. */
const isId = ({ name }: SQLiteColumn): boolean => name.endsWith("_id") && name !== "external_id";

const TEXTS: readonly string[] = ["string", "json"];
