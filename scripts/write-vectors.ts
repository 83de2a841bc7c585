import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { computeVectors } from "../test/support/randomisation/allocation-vectors.ts";

/**
 * Writes the vectors of a new version of the drawing. Released vectors are never overwritten, because studies were
 * drawn by them. Raise `version` in `test/support/randomisation/allocation-vectors.ts`, and keep the old drawing beside
 * the new one.
 */
const path = "src/randomisation/draw/vectors.json";
const vectors = `${JSON.stringify(computeVectors())}\n`;
const there = existsSync(path) ? readFileSync(path, "utf8") : null;

if (there === null || JSON.parse(there).version !== JSON.parse(vectors).version) {
	writeFileSync(path, vectors);
	console.log(`Wrote ${path}. Format it with: npx biome format --write ${path}`);
} else if (JSON.stringify(JSON.parse(there)) === JSON.stringify(JSON.parse(vectors))) {
	console.log(`${path} is what the code draws.`);
} else {
	console.error(`The code no longer draws ${path}: a changed drawing needs a version of its own.`);
	process.exitCode = 1;
}
