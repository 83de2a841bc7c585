import { globSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Rows of a local D1 whose Worker has ended, without times, in the order of their ids. */
export function rowsOnDisk(folder: string, tables: readonly string[]): Rows {
	const files = globSync(`${folder}/state/v3/d1/**/*.sqlite`);
	for (const file of files) {
		const database = new DatabaseSync(file);
		try {
			const has = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'sessions'").all().length > 0;
			if (has) return Object.fromEntries(tables.map((table) => [table, rowsOf(database, table)]));
		} finally {
			database.close();
		}
	}
	throw new Error(`no D1 in ${folder}: ${files.join(", ")}`);
}

const isTime = (name: string): boolean => name.endsWith("_at");

/** A session's rows have ids that follow from it, except for exits, which have its own. */
function rowsOf(database: DatabaseSync, table: string): object[] {
	const rows = database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
	return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !isTime(name))));
}
