import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "vite";

/** The participant's app and the researchers' dashboard, by the folder that serves each. */
const APPS = { "public/app": "vite.config.ts", "public/dashboard": "vite.dashboard.config.ts" };

/**
 * Builds one app. Only what differs is written, and what is not of this build goes last: a Worker that is being served from
 * the folder never misses a file that it has.
 */
async function buildInto(folder: string, configFile: string): Promise<void> {
	const built = await build({ configFile, build: { write: false } });
	const outputs = (Array.isArray(built) ? built : [built]).flatMap((bundle) =>
		"output" in bundle ? bundle.output : [],
	);
	const files = new Map(outputs.map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source]));

	for (const [name, content] of files) {
		const path = join(folder, name);
		const before = await readFile(path).catch(() => null);
		if (before?.equals(Buffer.from(content))) continue;
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, content);
	}

	const there = await readdir(folder, { recursive: true, withFileTypes: true });
	for (const entry of there.filter((one) => one.isFile())) {
		const path = join(entry.parentPath, entry.name);
		if (!files.has(path.slice(folder.length + 1))) await rm(path, { force: true });
	}
}

for (const [folder, configFile] of Object.entries(APPS)) await buildInto(folder, configFile);
