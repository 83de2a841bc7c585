import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** Stands in the code until the code's hash is known. The hash has as many characters, so that the source map still holds. */
export const NO_VERSION = "version-of-this-research-worker";

const FILE = "version";
const FOLDER = "dist/research";

/** Names a Worker's version after its code, and writes the name beside it. */
export const versionedByHash = (): Plugin => ({
	name: "versioned-by-hash",
	generateBundle(_options, bundle) {
		for (const file of Object.values(bundle)) {
			if (file.type !== "chunk") continue;
			const version = createHash("sha256").update(file.code).digest("hex").slice(0, NO_VERSION.length);
			if (!file.code.includes(NO_VERSION)) throw new Error(`${file.fileName} does not say its version.`);
			file.code = file.code.replaceAll(NO_VERSION, version);
			this.emitFile({ type: "asset", fileName: FILE, source: version });
		}
	},
});

/**
 * The version of the research Worker that was built last. Without one, a name that no research Worker has: a test builds a part
 * of the main Worker alone.
 */
export const researchVersion = (): string =>
	existsSync(`${FOLDER}/${FILE}`) ? readFileSync(`${FOLDER}/${FILE}`, "utf8") : "none";
