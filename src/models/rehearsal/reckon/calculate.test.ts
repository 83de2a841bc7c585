import { describe, expect, it } from "vitest";
import { cpuTimeMs } from "../../../../test/support/cpu-time.ts";
import { CHARACTERS } from "../../../protocol/schema/model.ts";
import { calculated } from "./calculate.ts";
import { capitalIn } from "./capitals.ts";

describe("a sum", () => {
	it.each([
		["What is 17*23?", "391"],
		["2 + 2", "4"],
		["what's 12 x 12", "144"],
		["how much is 3 * (4 + 5)^2?", "243"],
		["10 divided by 4", "2.5"],
		["1,200 * 3", "3600"],
		["-3 + 5", "2"],
		["2^3^2", "512"],
		["what is 15% of 240?", "36"],
		["square root of 2", "1.414214"],
		["0.1 + 0.2", "0.3"],
		["1/3", "\\approx 0.333333"],
	])("%s is %s", (text, value) => {
		const replies = calculated(text);
		for (const character of CHARACTERS) expect(replies?.[character]).toContain(value);
		expect(new Set(Object.values(replies ?? {})).size).toBe(CHARACTERS.length);
	});

	it.each([
		"1/0",
		"The score was 3-2",
		"on 24-12-2024",
		"I have 2 children",
		"2 +",
		"(2 + 3",
		"5",
		`${"9*".repeat(60)}9`,
	])("is not in “%s”", (text) => expect(calculated(text)).toBeNull());
});

/** The longest message that a study can allow. */
const LONGEST = 20_000;
/** Of processor time: 1,000 times what a linear search takes, and a fraction of what a quadratic one takes. */
const WITHIN_MS = 1_000;

describe("the longest message", () => {
	it.each(["1", "x", "1.", "x ", "1+", "- ", "(", "9*", "50% ", "= "])(
		"made of “%s” is read in linear time",
		(unit) => {
			const text = unit.repeat(LONGEST / unit.length);
			const startedAtMs = cpuTimeMs();
			calculated(text);
			expect(cpuTimeMs() - startedAtMs).toBeLessThan(WITHIN_MS);
		},
	);
});

describe("an equation", () => {
	it.each([
		["solve x^2 - 5x + 6 = 0", "x_1 = 3", "x_2 = 2"],
		["x² = 16", "x_1 = 4", "x_2 = -4"],
		["2x^2 + 4x = 6", "x_1 = 1", "x_2 = -3"],
		["x^2 - 2x + 1 = 0", "x = 1", "x = 1"],
		["2x + 3 = 11", "x = 4", "x = 4"],
		["3x - 1 = x + 5", "x = 3", "x = 3"],
		["-x = 7", "x = -7", "x = -7"],
	])("%s has %s and %s", (text, one, other) => {
		const replies = calculated(text);
		for (const character of CHARACTERS) {
			expect(replies?.[character]).toContain(one);
			expect(replies?.[character]).toContain(other);
		}
		expect(new Set(Object.values(replies ?? {})).size).toBe(CHARACTERS.length);
	});

	it("without a real solution says so", () => {
		for (const text of Object.values(calculated("x^2 + 1 = 0") ?? {}))
			expect(text).toMatch(/no (?:real )?(?:solution|root)/i);
	});

	it("is not solved if it holds for every x or has a higher degree", () => {
		expect(calculated("x = x")).toBeNull();
		expect(calculated("x^3 = 8")).toBeNull();
	});

	it("has its LaTeX closed", () => {
		for (const text of Object.values(calculated("x^2 - 5x + 6 = 0") ?? {})) {
			for (const [open, close] of [
				["\\(", "\\)"],
				["\\[", "\\]"],
				["{", "}"],
			] as const) {
				expect(text.split(open).length).toBe(text.split(close).length);
			}
		}
	});
});

describe("a capital", () => {
	it("is known, and worded differently", () => {
		const replies = capitalIn(" what is the capital of south korea ");
		expect(new Set(Object.values(replies ?? {})).size).toBe(CHARACTERS.length);
		expect(replies?.terse).toBe("Seoul.");
		expect(capitalIn(" capital city of the united states ")?.terse).toBe("Washington, D.C.");
		expect(capitalIn(" capital of mordor ")).toBeNull();
		expect(capitalIn(" capital punishment ")).toBeNull();
	});
});
