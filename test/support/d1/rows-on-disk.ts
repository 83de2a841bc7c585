import { globSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Rows of a local D1 whose Worker has ended, without times, in the order of their ids. */
export const rowsOnDisk = (folder: string, tables: readonly string[]): Rows =>
	inD1(folder, {}, (database) => Object.fromEntries(tables.map((table) => [table, rowsOf(database, table)])));

/** The number of rows in each table that has some. The Worker may be running. */
export const rowCountsOnDisk = (folder: string): Readonly<Record<string, number>> =>
	inD1(folder, { readOnly: true }, (database) => {
		const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
		const tables = names.map(({ name }) => String(name)).filter((name) => !/^(_cf_|sqlite_|d1_)/.test(name));
		const counted = tables.map(
			(table) => [table, Number(database.prepare(`SELECT count(*) AS n FROM "${table}"`).get()?.n)] as const,
		);
		return Object.fromEntries(counted.filter(([, n]) => n > 0));
	});

/** Changes a local D1 whose Worker has ended. */
export const changeOnDisk = (folder: string, sql: string): void => inD1(folder, {}, (database) => database.exec(sql));

function inD1<T>(folder: string, options: { readonly readOnly?: true }, read: (database: DatabaseSync) => T): T {
	const files = globSync(`${folder}/state/v3/d1/**/*.sqlite`);
	for (const file of files) {
		const database = new DatabaseSync(file, options);
		try {
			const has = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'sessions'").all().length > 0;
			if (has) return read(database);
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
