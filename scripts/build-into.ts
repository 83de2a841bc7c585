import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { build } from "vite";

/** Nothing is served from here. It is on the same disk as the build. */
const UNFINISHED = "dist/unfinished";

/**
 * Builds a vite configuration into a folder that is being served. Only changed files are written, each at once, and
 * outdated files are deleted last, so a running Worker misses no file.
 */
export async function buildInto(folder: string, configFile: string): Promise<void> {
	const built = await build({ configFile, build: { write: false } });
	const outputs = (Array.isArray(built) ? built : [built]).flatMap((bundle) =>
		"output" in bundle ? bundle.output : [],
	);
	const files = new Map(outputs.map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source]));

	await mkdir(UNFINISHED, { recursive: true });
	for (const [name, content] of files) {
		const path = join(folder, name);
		const before = await readFile(path).catch(() => null);
		if (before?.equals(Buffer.from(content))) continue;
		await mkdir(dirname(path), { recursive: true });
		const written = join(UNFINISHED, `${process.pid}-${basename(name)}`);
		await writeFile(written, content);
		await rename(written, path);
	}

	const there = await readdir(folder, { recursive: true, withFileTypes: true });
	for (const entry of there.filter((one) => one.isFile())) {
		const path = join(entry.parentPath, entry.name);
		if (!files.has(path.slice(folder.length + 1))) await rm(path, { force: true });
	}
}
