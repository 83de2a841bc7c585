import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { parseNpmArgs } from "./npm-options.ts";

/**
 * Writes what this release stores for two sessions to `test/golden/releases/NAME.json`. `earlier-releases.test.ts`
 * continues each of these files with the current code. Record before you change what objects or D1 store, and keep all
 * files.
 */
const { positionals } = parseNpmArgs({ allowPositionals: true });
const [name] = positionals;
if (!name || !/^[\w.-]+$/.test(name)) {
	process.stderr.write("npm run record-release -- NAME, such as 0.1.0\n");
	process.exit(2);
}
const run = spawnSync(
	process.execPath,
	["node_modules/vitest/vitest.mjs", "run", "--project", "workers", "--disable-console-intercept"],
	{ encoding: "utf8", env: { ...process.env, RECORD_RELEASE: "1" }, maxBuffer: 2 ** 28 },
);
const line = run.stdout.split("\n").find((text) => text.includes("STORED DATA "));
if (line === undefined) {
	process.stderr.write(`${run.stdout}\n${run.stderr}\nNothing was recorded.\n`);
	process.exit(1);
}
const record: unknown = JSON.parse(line.slice(line.indexOf("STORED DATA ") + "STORED DATA ".length));
const path = `test/golden/releases/${name}.json`;
writeFileSync(path, `${JSON.stringify(record)}\n`);
process.stdout.write(`${path}\n`);
