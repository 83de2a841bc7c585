import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../../test/support/cases.ts";
import { idFormatFault, matcherOf } from "./id-format.ts";

const PID = "6650c1f2a9d37be84f01c5d2";

describe("the preset `prolific`", () => {
	it("matches 24 hexadecimal digits and nothing else", () => {
		const matches = matcherOf("prolific");
		expect([PID, PID.toUpperCase(), PID.slice(1), `${PID}0`, `x${PID.slice(1)}`, "prolific", ""].map(matches)).toEqual([
			true,
			false,
			false,
			false,
			false,
			false,
			false,
		]);
	});
});

describe("a custom format", () => {
	it.each([
		["R_[A-Za-z0-9]{15}", "R_1a2B3c4D5e6F7g8", "xR_1a2B3c4D5e6F7g8"],
		[String.raw`\d{4}|T\d{2}`, "T07", "T073"],
		["^[a-z]+$", "ann", "ann1"],
		["(?i)p-[0-9a-f]+", "P-0F", "p-0g"],
		[String.raw`\p{L}{2}-\d+`, "éß-12", "e-12"],
	])("matches the whole id: %s", (format, right, wrong) => {
		expect(idFormatFault(format)).toBeNull();
		expect([right, wrong].map(matcherOf(format))).toEqual([true, false]);
	});

	it.each([
		["a lookahead", "(?=a)b"],
		["a lookbehind", "(?<=a)b"],
		["a backreference", String.raw`(a)\1`],
		["a possessive quantifier", "a++"],
		["an open group", "(a"],
		["an open class", "[a"],
		["a quantifier of nothing", "*a"],
		["a repetition in a repetition that grows too large", "(a{1000}){1000}"],
		["many long repetitions", "(x?){1000}x{1000}"],
		["more than 200 characters", "a".repeat(201)],
		["nothing", ""],
	])("is refused with %s", (_what, format) => expect(idFormatFault(format)).toMatch(/\.$/));

	it("agrees with the regular expressions of JavaScript", () => {
		const piece = fc.constantFrom("a", "b", "[ab]", "[^a]", "(a|ab)", "(?:b|)", String.raw`\d`);
		const quantified = fc
			.tuple(piece, fc.constantFrom("", "*", "+", "?", "{2}", "{1,3}"))
			.map(([one, many]) => one + many);
		const format = fc.array(quantified, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
		const id = fc.string({ unit: fc.constantFrom("a", "b", "1"), maxLength: 8 });
		fc.assert(
			fc.property(format, id, (pattern, text) => {
				expect(matcherOf(pattern)(text)).toBe(new RegExp(`^(?:${pattern})$`, "u").test(text));
			}),
			{ seed: 20261128, numRuns: cases(2000) },
		);
	});

	it("matches in linear time where backtracking would not end", () => {
		for (const format of ["(a+)+b", "(a|a)*b", "(a|aa)+b", ".*.*.*.*.*.*.*.*b", "(.*)*b"])
			expect([format, matcherOf(format)("a".repeat(200))]).toEqual([format, false]);
	});
});
