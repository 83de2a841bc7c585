import { applyD1Migrations, env, reset } from "cloudflare:test";

/**
 * Before each file, or before the first one if all have the same worker: an empty database and no Durable Objects. Files share a runtime, so that it starts and loads the
 * modules once. The migrations are applied in one batch, which is several times faster than one batch for each.
 */
await reset();
const names = env.TEST_MIGRATIONS.map(({ name }) => `('${name}')`);
const queries = [
	...env.TEST_MIGRATIONS.flatMap((migration) => migration.queries),
	`INSERT INTO d1_migrations (name) VALUES ${names}`,
];
await applyD1Migrations(env.DB, [{ name: "all", queries }]);
