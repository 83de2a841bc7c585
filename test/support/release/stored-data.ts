import { env, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { rows } from "../http/worker.ts";

type Row = Readonly<Record<string, string | number | null>>;
type Table = { readonly name: string; readonly sql: string; readonly rows: readonly Row[] };
type StoredObject = {
	readonly namespace: "SESSIONS" | "ALLOCATORS";
	readonly name: string;
	readonly tables: readonly Table[];
};

/** What a release has stored: D1's rows, and the tables of objects with the statements that made them. */
export type StoredData = { readonly d1: readonly Omit<Table, "sql">[]; readonly objects: readonly StoredObject[] };

const TABLES =
	"SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name <> 'd1_migrations' ORDER BY name";

type Which = Pick<StoredObject, "namespace" | "name">;

const stubOf = ({ namespace, name }: Which): DurableObjectStub => env[namespace].get(env[namespace].idFromName(name));

export async function readStoredData(objects: readonly Which[]): Promise<StoredData> {
	const tables = await rows<{ name: string }>(TABLES);
	return {
		d1: await Promise.all(tables.map(async ({ name }) => ({ name, rows: await rows<Row>(`SELECT * FROM "${name}"`) }))),
		objects: await Promise.all(
			objects.map(async (which) => ({
				...which,
				tables: await runInDurableObject(stubOf(which), (_, { storage: { sql } }) =>
					sql
						.exec<{ name: string; sql: string }>(TABLES)
						.toArray()
						.map((table) => ({ ...table, rows: sql.exec<Row>(`SELECT * FROM "${table.name}"`).toArray() })),
				),
			})),
		),
	};
}

const insertInto = (table: string, row: Row): string =>
	`INSERT OR REPLACE INTO "${table}" (${Object.keys(row).map((column) => `"${column}"`)}) VALUES (${Object.keys(row).map(() => "?")})`;

/** Puts it back as it was stored, under the present migrations. The objects then start as after a deployment. */
export async function writeStoredData({ d1, objects }: StoredData): Promise<void> {
	await env.DB.batch([
		env.DB.prepare("PRAGMA defer_foreign_keys = on"),
		...d1.flatMap(({ name, rows: all }) =>
			all.map((row) => env.DB.prepare(insertInto(name, row)).bind(...Object.values(row))),
		),
	]);
	for (const { tables, ...which } of objects) {
		await runInDurableObject(stubOf(which), (_, { storage: { sql } }) => {
			for (const { name } of sql.exec<{ name: string }>(TABLES).toArray()) sql.exec(`DROP TABLE "${name}"`);
			for (const table of tables) {
				sql.exec(table.sql);
				for (const row of table.rows) sql.exec(insertInto(table.name, row), ...Object.values(row));
			}
		});
		await evictDurableObject(stubOf(which));
	}
}
