import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
import { keyOf, levelsOf } from "../../protocol/steps/stratum-key.ts";
import { stratumOf } from "./allocation.ts";

describe("a stratum", () => {
	it("is named by its values in the design's order", () => {
		expect(stratumOf(["a", "b"], { b: "2", a: "1" })).toEqual({ key: "1 / 2", values: ["1", "2"] });
	});

	it("is the whole study without factors", () => expect(stratumOf([], { a: "1" })).toEqual({ key: "all", values: [] }));

	it("has a level for missing values", () =>
		expect(stratumOf(["a", "b"], { a: " " }).values).toEqual(["unknown", "unknown"]));

	it("does not share its key with another", () => {
		expect(stratumOf(["a", "b"], { a: "x / y", b: "z" }).key).not.toBe(
			stratumOf(["a", "b"], { a: "x", b: "y / z" }).key,
		);
	});

	it("keeps the key of ordinary values, and of all values without a separator", () => {
		for (const values of [
			["1", "2"],
			["50 %", "a/b"],
			["/", "/x"],
			["x/", "(none)"],
		])
			expect(keyOf(values)).toBe(values.join(" / "));
	});

	it("does not merge two values if one ends like the start of the separator", () => {
		expect(keyOf(["x /", "y"])).toBe("x %2F / y");
		expect(keyOf(["x", "/ y"])).toBe("x / / y");
		expect(keyOf(["a / b", "a%2Fb"])).toBe("a %2F b / a%252Fb");
		expect(stratumOf(["a"], { a: "x / y" })).toEqual({ key: "x %2F y", values: ["x / y"] });
	});

	/* n = 20,000 lists of one to four values over the letters that a key is made of. A property, so there is no false alarm. */
	it("can be read back for any values, so no two have the same key", () => {
		const word = fc.array(fc.constantFrom("x", " ", "/", " / ", "%", "2F", "25"), { maxLength: 6 });
		const values = fc.array(
			word.map((parts) => stratumOf(["a"], { a: parts.join("") }).values[0] ?? ""),
			{ minLength: 1, maxLength: 4 },
		);
		fc.assert(
			fc.property(values, (levels) => {
				expect(levelsOf(keyOf(levels))).toEqual(levels);
			}),
			{ seed: 7, numRuns: cases(20_000) },
		);
	});

	it("has a canonical form for any input", () => expect(stratumOf(["a"], { a: "\ud800" }).key).toBe("\ufffd"));
});
