import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validStudy } from "../../../../test/support/protocols/protocol.ts";
import { evaluate } from "./evaluate.ts";
import { parseFormula } from "./formula.ts";
import { nameFaults } from "./formula-names.ts";
import { fromDecimal, moneyText, multiply, type Rational, rational, rounded } from "./rational.ts";

const exact = (text: string) => fromDecimal(text) as Rational;
const VALUES: Readonly<Record<string, (Rational | string)[]>> = {
	messages: [exact("7")],
	"answers.about.age": [exact("31.5")],
	"answers.about.use": ["daily"],
	"answers.mood.good": [exact("10"), exact("25"), exact("70")],
	"answers.about.none": [],
};

function amount(text: string): string | null {
	const formula = parseFormula(text);
	if (!formula.ok) throw new Error(formula.error.detail);
	const value = evaluate(formula.value, (name) => VALUES[name] ?? []);
	return value && moneyText(rounded(multiply(value, rational(100n))));
}

describe("a formula", () => {
	it.each([
		["0.50", "0.50"],
		["0.1 + 0.2", "0.30"],
		["1.005", "1.01"],
		["0.10 * messages", "0.70"],
		["1 + 2 * 3", "7.00"],
		["(1 + 2) * 3", "9.00"],
		["10 / 4 / 5", "0.50"],
		["2 - 3 - 4", "-5.00"],
		["--2", "2.00"],
		["1 / 3", "0.33"],
		["2 / 3", "0.67"],
		["min(messages, 5) * 0.05", "0.25"],
		["max(1, messages)", "7.00"],
		["floor(answers.about.age)", "31.00"],
		["round(answers.about.age)", "32.00"],
		["sum(answers.mood.good) / 100", "1.05"],
		["mean(answers.mood.good)", "35.00"],
		["count(answers.mood.good)", "3.00"],
		["max(answers.mood.good)", "70.00"],
		['if(answers.about.use == "daily", 1, 0.5)', "1.00"],
		['if(answers.about.use != "daily", 1, 0.5)', "0.50"],
		["if(messages >= 7, 2, 1) + if(messages < 7, 10, 0)", "2.00"],
		["default(answers.about.none, 3)", "3.00"],
		["(messages > 5) * 0.25", "0.25"],
	])("%s is %s", (text, expected) => expect(amount(text)).toBe(expected));

	it.each(["1 / 0", "answers.about.none", "1 + answers.about.none", '1 + "a"', "mean(answers.about.none)"])(
		"%s has no amount",
		(text) => expect(amount(text)).toBeNull(),
	);

	it.each<[string, number]>([
		["", 0],
		["1 +", 3],
		["1 2", 2],
		["(1", 2],
		["1)", 1],
		["arm[1]", 3],
		["pow(2, 3)", 0],
		["min()", 4],
		["if(1, 2)", 0],
		["1 < 2 < 3", 6],
		["2 ** 3", 3],
		["constructor(1)", 0],
		["1; drop", 1],
		[`${"(".repeat(60)}1${")".repeat(60)}`, 0],
	])("cannot be read: %s", (text, at) => {
		const read = parseFormula(text);
		expect(read.ok).toBe(false);
		if (!read.ok && at > 0) expect(read.error.at).toBe(at);
	});

	it("is exact for every decimal", () =>
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (one, other) => {
				const money = (minor: number) => moneyText(BigInt(minor));
				expect(amount(`${money(one)} + ${money(other)}`)).toBe(money(one + other));
			}),
		));

	it("always ends, with a value or a fault at a place in the text", () =>
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'0.1+-*/()<>=,!" messagesminif') }), (text) => {
				const read = parseFormula(text);
				if (!read.ok) expect(read.error.at).toBeLessThanOrEqual(Math.max(text.length, 500));
			}),
		));
});

describe("the names of a formula", () => {
	const faults = (text: string) => {
		const formula = parseFormula(text);
		if (!formula.ok) throw new Error(formula.error.detail);
		return nameFaults(formula.value, validStudy()).map(({ detail }) => detail);
	};

	it.each(["messages + conversations * minutes", "answers.about.age", "sum(answers.mood.good)"])(
		"may be used: %s",
		(text) => expect(faults(text)).toEqual([]),
	);

	it.each([
		"arm",
		"arms.warm",
		"label",
		"sequence",
		"period",
		"ratings.overall",
		"answers.end.order",
		"sum(answers.panes.order)",
	])("must not name an arm: %s", (text) =>
		expect(faults(text)).toEqual([expect.stringContaining("must not depend on an arm")]),
	);

	it.each([
		["tokens", "there is no tokens"],
		["answers.about.unknown", "no form about has an item unknown"],
		["answers.constructor.name", "no form constructor has an item name"],
		["answers.about.words", "has no single value"],
		["answers.mood.good", "answered after each conversation"],
		["round(answers.mood.good)", "answered after each conversation"],
	])("are checked against the study: %s", (text, detail) =>
		expect(faults(text)).toEqual([expect.stringContaining(detail)]),
	);
});
