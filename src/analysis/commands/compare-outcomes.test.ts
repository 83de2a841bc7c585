import { describe, expect, it } from "vitest";
import { readCsv } from "../table/csv.ts";
import type { Table } from "../table/table.ts";
import { compareOutcomes } from "./compare-outcomes.ts";
import { fitModel } from "./fit-model.ts";

function table(...lines: readonly string[]): Table {
	const read = readCsv(lines.join("\n"));
	if (!read.ok) throw new Error(read.error);
	return read.value;
}

const HEAD = "participant,outcome,value";
const PEOPLE = table(HEAD, "p1,a,1", "p2,a,2", "p3,a,3", "p4,a,4", "p1,b,1");

describe("people and simulations who cannot be compared", () => {
	it("are refused if nobody is in both files", () => {
		expect(compareOutcomes(PEOPLE, table(HEAD, "q1,a,1", "q2,a,2"))).toEqual({
			ok: false,
			error: "No participant is in both files, so nobody can be compared. They are matched by name.",
		});
	});

	it("get a note instead of a number for an outcome that nobody has in both files", () => {
		const found = compareOutcomes(PEOPLE, table(HEAD, "p1,a,1", "p2,a,3", "q9,b,2"));
		expect(found).toMatchObject({ value: { notes: ["b: no participant is in both files."] } });
		expect(found.ok && found.value.outcomes.map(({ outcome }) => outcome)).toEqual(["a"]);
		expect(JSON.stringify(found)).not.toContain("NaN");
	});

	it("are refused if a value is no number, and the refusal names it", () => {
		expect(compareOutcomes(PEOPLE, table(HEAD, "p1,a,four", "p2,a,3"))).toMatchObject({
			error: 'The second file has values that are no numbers, such as "four".',
		});
	});
});

describe("a response that is no number", () => {
	it.each([
		["decimal commas", "3,5", 'it has the value "3,5". Write decimal commas as points.'],
		["a unit", "5 kg", 'it has the value "5 kg".'],
	])("is refused for %s, with the value", (_, odd, said) => {
		const data = table("y;arm", `${odd};a`, `${odd.replace("5", "6")};b`, "4;a", "7;b");
		const fitted = fitModel("y ~ arm", data);
		expect(fitted).toMatchObject({ ok: false, error: expect.stringContaining(said) });
	});
});
