import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { readCsv } from "../../../src/analysis/table/csv.ts";
import type { Table } from "../../../src/analysis/table/table.ts";

/** R's results for public data. `Rscript test/golden/make-goldens.R` writes them. Tests run in the repository's root. */
export function golden<T>(name: string): T[] {
	return JSON.parse(readFileSync(`test/golden/${name}.json`, "utf8")).cases;
}

export function goldenData(name: string): Table {
	const table = readCsv(readFileSync(`test/golden/data/${name}.csv`, "utf8"));
	if (!table.ok) throw new Error(table.error);
	return table.value;
}

/** Five decimals for numbers up to 1 in size, and as many significant digits for larger ones. */
export function expectClose(actual: number | null | undefined, expected: number, what: string, within = 5e-6): void {
	const allowed = within * Math.max(1, Math.abs(expected));
	expect(Math.abs((actual ?? Number.NaN) - expected), `${what}: ${actual} and not ${expected}`).toBeLessThan(allowed);
}
