import type { Sql } from "../../../src/shared/piece-table.ts";

/** The limit of D1 and of a Durable Object's SQLite. The local runtime accepts larger rows, so tests enforce the limit. */
export const MOST_ROW_BYTES = 2_000_000;

/** SQL that makes these tables refuse the rows that the platform refuses, with the platform's message. */
export function rowLimitTriggers(table: string, columns: readonly string[]): string[] {
	const bytes = columns.map((column) => `coalesce(octet_length(NEW."${column}"), 0)`).join(" + ");
	return ["INSERT", "UPDATE"].map(
		(action) =>
			`CREATE TRIGGER IF NOT EXISTS ${table}_row_limit_${action.toLowerCase()} BEFORE ${action} ON ${table} WHEN ${bytes} > ${MOST_ROW_BYTES} BEGIN SELECT RAISE(ABORT, 'string or blob too big: SQLITE_TOOBIG'); END`,
	);
}

export function enforceRowLimit(sql: Sql, ...tables: readonly string[]): void {
	for (const table of tables) {
		const columns = [...sql.exec(`SELECT name FROM pragma_table_info('${table}')`)].map(({ name }) => String(name));
		for (const trigger of rowLimitTriggers(table, columns)) sql.exec(trigger);
	}
}
