import { applyD1Migrations, env, reset } from "cloudflare:test";
import { eventually } from "../eventually.ts";

/**
 * Before each file: an empty database and no Durable Objects. Files share a runtime, so that it starts and loads the modules once.
 * An object that has just had a request may survive a reset. D1 is one: its tables would seem migrated, and keep all rows.
 */
await eventually(async () => {
	await reset();
	const tables = await env.DB.prepare("SELECT 1 FROM sqlite_master WHERE name = 'studies'").all();
	return tables.results.length === 0;
}, "an empty database");
// The migrations are applied in one batch, which is several times faster than one batch for each.
const names = env.TEST_MIGRATIONS.map(({ name }) => `('${name}')`);
const queries = [
	...env.TEST_MIGRATIONS.flatMap((migration) => migration.queries),
	`INSERT INTO d1_migrations (name) VALUES ${names}`,
];
await applyD1Migrations(env.DB, [{ name: "all", queries }]);
