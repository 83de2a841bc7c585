import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { unstable_readConfig as readConfig, unstable_splitSqlQuery as statementsOf } from "wrangler";
import { rootCertificates } from "./root-certificates.ts";

const FOLDER = "migrations";
/** wrangler's own table of applied migrations. */
const APPLIED =
	"CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)";

/**
 * Applies the migrations that the local D1 below `state` lacks, like `wrangler d1 migrations apply --local`. wrangler
 * starts a runtime for each migration, about a second each; this starts one.
 */
export async function migrateLocally(state: string): Promise<void> {
	Object.assign(process.env, rootCertificates());
	const [database] = readConfig({ config: "wrangler.toml" }, { hideWarnings: true }).d1_databases;
	if (!database?.database_id) throw new Error("wrangler.toml has no D1 database.");
	const runtime = new Miniflare(
		convertV4MiniflareOptions({
			cf: false,
			resourcePersistencePath: join(state, "v3"),
			workers: [
				{ name: "migrations", modules: true, script: "export default {}", d1Databases: { DB: database.database_id } },
			],
		}),
	);
	try {
		await applyMigrations(await runtime.getD1Database("DB"));
	} finally {
		await runtime.dispose();
	}
}

/**
 * Applies the missing migrations, all or none, in two requests, one right after the other: on a busy machine the
 * runtime closes an idle connection. Files are read and split before, because that may take seconds.
 */
export async function applyMigrations(database: D1Database): Promise<void> {
	const files = (await readdir(FOLDER)).filter((name) => name.endsWith(".sql")).sort();
	const migrations = await Promise.all(
		files.map(async (name) => ({ name, statements: statementsOf(await readFile(join(FOLDER, name), "utf8")) })),
	);
	const [, known] = await database.batch<{ name: string }>([
		database.prepare(APPLIED),
		database.prepare("SELECT name FROM d1_migrations"),
	]);
	const applied = new Set(known?.results.map(({ name }) => name));
	const lacking = migrations.filter(({ name }) => !applied.has(name));
	const statements = lacking.flatMap(({ name, statements: own }) => [
		...own.map((statement) => database.prepare(statement)),
		database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name),
	]);
	if (statements.length > 0) await database.batch(statements);
}
