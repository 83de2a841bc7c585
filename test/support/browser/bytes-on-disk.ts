import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The files below `folder` that have `text` anywhere in their bytes, in UTF-8. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
	const has = await Promise.all(files.map(async (file) => (await readFile(file)).includes(text)));
	return files.filter((_, index) => has[index]);
}
