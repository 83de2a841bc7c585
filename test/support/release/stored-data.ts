import { env, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { rows } from "../http/worker.ts";

type Row = Readonly<Record<string, string | number | null>>;
type Table = { readonly name: string; readonly sql: string; readonly rows: readonly Row[] };
type StoredObject = {
	readonly namespace: "SESSIONS" | "ALLOCATORS";
	readonly name: string;
	readonly tables: readonly Table[];
};

/** The stored data of a release: D1's rows, and the tables of objects with their statements. */
export type StoredData = {
	readonly d1: readonly Omit<Table, "sql">[];
	readonly objects: readonly StoredObject[];
	/** The release's last migration. */
	readonly migration: string;
};

const TABLES =
	"SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name <> 'd1_migrations' ORDER BY name";

/** Views first, because they read tables. */
const EXISTING = TABLES.replace("SELECT name, sql", "SELECT name, type")
	.replace("type = 'table'", "type IN ('table', 'view')")
	.replace("ORDER BY name", "ORDER BY type DESC, name");

type Which = Pick<StoredObject, "namespace" | "name">;

const stubOf = ({ namespace, name }: Which): DurableObjectStub => env[namespace].get(env[namespace].idFromName(name));

export async function readStoredData(objects: readonly Which[]): Promise<StoredData> {
	const tables = await rows<{ name: string }>(TABLES);
	return {
		migration: env.TEST_MIGRATIONS.at(-1)?.name ?? "",
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

/** Puts it back as it was stored, then runs the migrations since. The objects then start as after a deployment. */
export async function writeStoredData({ d1, objects, migration }: StoredData): Promise<void> {
	const isLater = ({ name }: { readonly name: string }) => name > migration;
	const queriesOf = (migrations: typeof env.TEST_MIGRATIONS) =>
		migrations.flatMap(({ queries }) => queries.map((query) => env.DB.prepare(query)));
	const existing = await rows<{ name: string; type: string }>(EXISTING);
	await env.DB.batch([
		env.DB.prepare("PRAGMA defer_foreign_keys = on"),
		...existing.map(({ name, type }) => env.DB.prepare(`DROP ${type} "${name}"`)),
		...queriesOf(env.TEST_MIGRATIONS.filter((each) => !isLater(each))),
		...d1.flatMap(({ name, rows: all }) =>
			all.map((row) => env.DB.prepare(insertInto(name, row)).bind(...Object.values(row))),
		),
		...queriesOf(env.TEST_MIGRATIONS.filter(isLater)),
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
