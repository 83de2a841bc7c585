import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";

async function filesBelow(folder: string): Promise<string[]> {
	const names = await readdir(folder, { recursive: true, withFileTypes: true });
	return names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** Null for a file that has gone since it was listed: an object that rests leaves no write-ahead log. */
async function ifThere<T>(reading: Promise<T>): Promise<T | null> {
	try {
		return await reading;
	} catch (error) {
		if ((error as { readonly code?: string }).code === "ENOENT") return null;
		throw error;
	}
}

/** The files below `folder` that have `text` anywhere in their bytes, in UTF-8. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
	const files = await filesBelow(folder);
	const has = await Promise.all(files.map(async (file) => (await ifThere(readFile(file)))?.includes(text)));
	return files.filter((_, index) => has[index]);
}

/**
 * The bytes of every SQLite database below `folder`, by its file: without its write-ahead log, which keeps earlier pages for a while.
 * Reads copies, so it does not disturb a running Worker.
 */
export async function databasesIn(folder: string): Promise<ReadonlyMap<string, Buffer>> {
	const copy = await mkdtemp(join(tmpdir(), "databases-"));
	try {
		for (const file of await filesBelow(folder)) {
			const to = join(copy, file.slice(folder.length));
			await mkdir(dirname(to), { recursive: true });
			await ifThere(copyFile(file, to));
		}
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
