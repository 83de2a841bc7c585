import { describe, expect, it } from "vitest";
import { findExport, TABLES } from "./catalogue.ts";

describe("the catalogue of exports", () => {
	it.each(TABLES.map((table) => [table.name, table] as const))("describes every field of %s", (_, { fields }) => {
		expect(fields.length).toBeGreaterThan(2);
		expect(fields.filter(({ description }) => !description.endsWith("."))).toEqual([]);
		expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
	});

	it("finds the table and the format of a file name, and returns null for an unknown name", () => {
		expect(findExport("model-calls.csv")).toMatchObject({ table: { name: "model-calls" }, format: "csv" });
		for (const file of ["model-calls", "ratings.xlsx", ".csv", "ratings.csv.jsonl", "participant_identities.csv"])
			expect(findExport(file)).toBeNull();
	});

	it("has no field with a participant's id at the recruiter", () => {
		const names = TABLES.flatMap(({ fields }) => fields.map(({ name }) => name));
		expect(names.filter((name) => /external|reference|identity|email/.test(name))).toEqual([]);
	});
});
