import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "vite";

const FOLDER = "public/app";

/**
 * Builds the participant's app. Only what differs is written, and what is not of this build goes last: a Worker that is
 * being served from the folder never misses a file that it has.
 */
const built = await build({ build: { write: false } });
const outputs = (Array.isArray(built) ? built : [built]).flatMap((bundle) => ("output" in bundle ? bundle.output : []));
const files = new Map(outputs.map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source]));

for (const [name, content] of files) {
	const path = join(FOLDER, name);
	const before = await readFile(path).catch(() => null);
	if (before?.equals(Buffer.from(content))) continue;
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, content);
}

const there = await readdir(FOLDER, { recursive: true, withFileTypes: true });
for (const entry of there.filter((one) => one.isFile())) {
	const path = join(entry.parentPath, entry.name);
	if (!files.has(path.slice(FOLDER.length + 1))) await rm(path, { force: true });
}
