import { globSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** The SQL of every migration, in order. */
export const migrationTexts = (): readonly string[] =>
	globSync("migrations/*.sql")
		.sort()
		.map((path) => readFileSync(path, "utf8"));

/** An empty in-memory SQLite after all migrations, to inspect its schema. */
export function migratedDatabase(): DatabaseSync {
	const database = new DatabaseSync(":memory:");
	for (const text of migrationTexts()) database.exec(text);
	return database;
}
