import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The files below `folder` that have `text` anywhere in their bytes, in UTF-8. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
	const has = await Promise.all(files.map(async (file) => (await readFile(file)).includes(text)));
	return files.filter((_, index) => has[index]);
}

/**
 * The bytes of every SQLite database below `folder`, by its file: without its write-ahead log, which keeps earlier pages for a while.
 * Reads copies, so it does not disturb a running Worker.
 */
export async function databasesIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
	const copy = await mkdtemp(join(tmpdir(), "databases-"));
	try {
		await cp(folder, copy, { recursive: true });
		const names = (await readdir(copy, { recursive: true })).filter((name) => name.endsWith(".sqlite"));
		return new Map(await Promise.all(names.map(async (name) => [name, await checkpointed(join(copy, name))] as const)));
	} finally {
		await rm(copy, { recursive: true, force: true });
	}
}

function checkpointed(file: string): Promise<Buffer> {
	const database = new DatabaseSync(file);
	database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
	database.close();
	return readFile(file);
}
