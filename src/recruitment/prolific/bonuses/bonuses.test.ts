import { describe, expect, it } from "vitest";
import { bonusesOf, bulkText, previewOf } from "./bonuses.ts";
import { parseFormula } from "./formula.ts";
import { rational } from "./rational.ts";

const formulaOf = (text: string) => {
	const formula = parseFormula(text);
	if (!formula.ok) throw new Error(formula.error.detail);
	return formula.value;
};
const candidate = (participant: string, messages: number | null) => ({
	participant,
	values: () => (messages === null ? [] : [rational(BigInt(messages))]),
});
const people = [candidate("p1", 3), candidate("p2", 0), candidate("p3", null), candidate("p4", 12)];

describe("bonuses", () => {
	const bonuses = bonusesOf(formulaOf("0.105 * messages"), people);

	it("are written in Prolific's format, without people who get nothing", () =>
		expect(bulkText(bonuses)).toBe("p1,0.32\np4,1.26\n"));

	it("have totals that add up to the lines", () =>
		expect(previewOf(bonuses)).toEqual({
			participants: 2,
			total: "1.58",
			least: "0.32",
			most: "1.26",
			zero: 1,
			without: 1,
		}));

	it("are never below zero", () => expect(bulkText(bonusesOf(formulaOf("1 - messages"), people))).toBe("p2,1.00\n"));

	it("may be none", () =>
		expect(previewOf(bonusesOf(formulaOf("0"), []))).toEqual({
			participants: 0,
			total: "0.00",
			least: null,
			most: null,
			zero: 0,
			without: 0,
		}));
});
