import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (page: string): string => readFileSync(`docs/explanation/${page}.md`, "utf8");

/** The rows of the tables that have this last column, without their heads. */
function rowsUnder(text: string, lastColumn: string): string[][] {
	const rows: string[][] = [];
	let inside = false;
	for (const line of text.split("\n")) {
		const cells = line.startsWith("|") ? line.split("|").slice(1, -1) : null;
		if (cells?.at(-1)?.trim() === lastColumn) inside = true;
		else if (!cells) inside = false;
		else if (inside && !/^[\s-]+$/.test(cells.join(""))) rows.push(cells.map((cell) => cell.trim()));
	}
	return rows;
}

const namedIn = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

describe("the threat model", () => {
	const threats = rowsUnder(read("security"), "test");

	it("has a control and a test for each threat", () => {
		expect(threats.length).toBeGreaterThan(30);
		const bare = threats.filter(([, control, tests]) => !control || namedIn(tests).length === 0);
		expect(bare.map(([threat]) => threat)).toEqual([]);
	});

	it("names tests that are in the repository", () => {
		const files = threats.flatMap((cells) => namedIn(cells.at(-1)));
		expect(files.filter((file) => !/\.test\.ts$/.test(file) || !existsSync(file))).toEqual([]);
	});
});

describe("attempts to break the blind", () => {
	it("names tests that are in the repository", () => {
		const attempts = rowsUnder(read("blinding"), "test (`test/workers/…`)");
		expect(attempts.length).toBeGreaterThan(10);
		const files = attempts
			.flatMap((cells) => namedIn(cells.at(-1)))
			.map((name) => (name.startsWith("src/") ? name : `test/workers/${name}.test.ts`));
		expect(files.filter((file) => !existsSync(file))).toEqual([]);
	});
});
