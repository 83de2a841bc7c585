import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { faultsMarkdown } from "../../scripts/faults-markdown.ts";
import { LAYOUTS, type NamedTest, type ScriptedRun } from "../support/faults/cell.ts";
import { DATABASE_CELLS, databaseTitle } from "../support/faults/database-cells.ts";
import { FAULT_MATRIX } from "../support/faults/matrix.ts";
import { modelCells, titleOf } from "../support/faults/model-server-faults.ts";

/** Files that run a list of cells: the code by which they do, and the titles that follow from it. */
const DRIVEN: Readonly<Record<string, { readonly runs: string; readonly titles: readonly string[] }>> = {
	"test/workers/faults/model-server.test.ts": { runs: "modelCells(false)", titles: modelCells(false).map(titleOf) },
	"test/workers/faults/model-server.waiting.slow.test.ts": {
		runs: "modelCells(true)",
		titles: modelCells(true).map(titleOf),
	},
	"test/workers/faults/database.test.ts": {
		runs: "it.each(DATABASE_CELLS",
		titles: DATABASE_CELLS.map(databaseTitle),
	},
};

/** The faults that the matrix has to have, each with its moments. */
const BOTH = ["before the first text", "after the first text"] as const;
const BEFORE = [BOTH[0]];
const MODEL_SERVER: Readonly<Record<string, readonly string[]>> = {
	"the connection is refused": BEFORE,
	"the connection is reset": BOTH,
	"429": BOTH,
	"500": BOTH,
	"the response is cut off": BOTH,
	"a malformed chunk": BOTH,
	"a slow drip": BOTH,
	silence: BOTH,
	"an empty reply": BEFORE,
	"1 MB in one chunk": BEFORE,
	"1 MB in many chunks": [BOTH[1]],
	"a reply of white space without end": BEFORE,
	"a text without end": [BOTH[1]],
};
const OTHERS: Readonly<Record<string, readonly string[]>> = {
	D1: ["down", "slow", "read-only", "full", "a row with the same key", "a row that breaks a rule of the table"],
	"The session's object": [
		"evicted",
		"dies",
		"killed with its process",
		"its alarm comes twice",
		"the platform has given up its alarm",
		"its storage is full",
		"it has the stored schema of an earlier release",
	],
	"The participant's client": [
		"gone",
		"back",
		"sends each request twice",
		"sends an old answer again",
		"its clock is decades wrong",
	],
};

describe("the fault matrix", () => {
	it("has each fault of a model server at each moment in each layout, once", () => {
		const found = FAULT_MATRIX.filter(({ area }) => area === "Model server").map(
			({ fault, moment, layout }) => `${fault}, ${moment}, ${layout}`,
		);
		const expected = Object.entries(MODEL_SERVER).flatMap(([fault, moments]) =>
			moments.flatMap((moment) => LAYOUTS.map((layout) => `${fault}, ${moment}, ${layout}`)),
		);
		expect(found.toSorted()).toEqual(expected.toSorted());
	});

	it.each(Object.entries(OTHERS))("has each fault of %s", (area, faults) => {
		const found = new Set(FAULT_MATRIX.filter((cell) => cell.area === area).map(({ fault }) => fault));
		expect(faults.filter((fault) => !found.has(fault))).toEqual([]);
	});

	it("has each cell once, with the participant's view, their wait, and whether they can finish", () => {
		const keys = FAULT_MATRIX.map(({ area, fault, moment, layout }) => [area, fault, moment, layout].join());
		expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
		for (const { sees, waits, finishes } of FAULT_MATRIX)
			expect(Math.min(sees.length, waits.length, finishes.length)).toBeGreaterThan(2);
	});

	it("names for each cell a test that exists and is run", () => {
		const missing = FAULT_MATRIX.filter(({ test }) => !("script" in test ? isRun(test) : hasTest(test))).map(
			({ test }) => test,
		);
		expect(missing).toEqual([]);
	});

	it("is the page docs/reference/faults.md: npm run generate:faults", () => {
		expect(readFileSync("docs/reference/faults.md", "utf8")).toBe(faultsMarkdown());
	});
});

function hasTest({ file, title }: NamedTest): boolean {
	if (!/^(test\/(workers|browser|unit)|src)\/.*\.test\.ts$/.test(file) || !existsSync(file)) return false;
	const source = readFileSync(file, "utf8");
	const titles = [...source.matchAll(/\bit(?:\.each\([\s\S]*?\))?\(\s*(["'`])(.*?)\1\s*,/g)].map(
		([, , found]) => found,
	);
	if (titles.includes(title)) return true;
	const driven = DRIVEN[file];
	return driven !== undefined && source.includes(driven.runs) && driven.titles.includes(title);
}

/** Whether npm has the script, for this file, and CI runs it. */
function isRun({ file, script }: ScriptedRun): boolean {
	const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
	return scripts[script] === `node ${file}` && readFileSync(".ci/run", "utf8").includes(`npm run ${script} --`);
}
