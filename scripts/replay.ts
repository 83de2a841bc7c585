import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { capsuleFrom } from "./capsule/format.ts";
import { parseNpmArgs } from "./npm-options.ts";
import { replay, unreplayable } from "./replay/replay.ts";
import { rootCertificates } from "./root-certificates.ts";
import { misuse, refuse } from "./statistics/command.ts";

const USAGE = `Walks a finished study again from its capsule, without a network, and compares all rows and the report.

    npm run replay -- <study>.capsule.zip [--json]

--json    prints {"sessions", "rows", "differences"}

Ends with 0 where nothing differs, with 1 where something does, with 2 for a wrong call. crossover capsule makes capsules.`;

const SHOWN = 50;

function parsed() {
	try {
		return parseNpmArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
	} catch (error) {
		return misuse(USAGE, error instanceof Error ? error.message : undefined);
	}
}

function bytesAt(path: string): Uint8Array {
	try {
		return readFileSync(path);
	} catch {
		return refuse(`The file ${path} cannot be read.`, values.json);
	}
}

const { values, positionals } = parsed();
const [path, ...more] = positionals;
if (path === undefined || more.length > 0) misuse(USAGE);
const read = capsuleFrom(bytesAt(path));
if (!read.ok) refuse(`${path}: ${read.error}`, values.json);
const refused = unreplayable(read.value);
if (refused !== null) refuse(`${path}: ${refused}`, values.json);

Object.assign(process.env, rootCertificates());
const folder = await mkdtemp(join(tmpdir(), "crossover-replay-"));
try {
	const { sessions, rows, differences } = await replay(read.value, folder, (text) => console.error(text));
	if (values.json) console.log(JSON.stringify({ sessions, rows, differences }));
	else {
		for (const { where, what } of differences.slice(0, SHOWN)) console.log(`${where}: ${what}`);
		if (differences.length > SHOWN) console.log(`… and ${differences.length - SHOWN} more`);
		const nothing = differences.length === 0;
		console.log(
			`${sessions} sessions were replayed, and ${rows} rows and ${read.value.reports.size} reports compared. ${nothing ? "Nothing differs." : `${differences.length} things differ.`}`,
		);
	}
	process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
	await rm(folder, { recursive: true, force: true });
}
