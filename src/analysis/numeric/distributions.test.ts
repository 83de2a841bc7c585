import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
	chiSquareUpper,
	fUpper,
	normalCritical,
	normalQuantile,
	normalTwoSided,
	tCritical,
	tTwoSided,
} from "./distributions.ts";

type Cases = {
	t: { t: number; df: number; p: number }[];
	f: { f: number; df1: number; df2: number; p: number }[];
	chi: { x: number; df: number; p: number }[];
	critical: { df: number; level: number; t: number }[];
	normal: { z: number; p: number }[];
};

const { t, f, chi, critical, normal }: Cases = JSON.parse(readFileSync("test/golden/distributions.json", "utf8")).cases;

/** Nine significant digits, down to the smallest numbers. */
function expectDigits(actual: number, expected: number): void {
	expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}

describe("tails and quantiles equal R's", () => {
	it.each(t)("t of $t on $df", ({ t: value, df, p }) => {
		expectDigits(tTwoSided(value, df), p);
		expectDigits(tTwoSided(-value, df), p);
	});
	it.each(f)("F of $f on $df1 and $df2", ({ f: value, df1, df2, p }) => expectDigits(fUpper(value, df1, df2), p));
	it.each(chi)("chi-square of $x on $df", ({ x, df, p }) => expectDigits(chiSquareUpper(x, df), p));
	it.each(critical)("critical t on $df at $level", ({ df, level, t: value }) =>
		expectDigits(tCritical(df, level), value),
	);
	it.each(normal)("normal tail of $z", ({ z, p }) => expectDigits(normalTwoSided(z), p));
});

describe("tails and quantiles equal those of mpmath with 40 digits", () => {
	it("chi-square on many degrees of freedom", () => {
		expectDigits(chiSquareUpper(5000, 5000), 0.4973403788923451);
		expectDigits(chiSquareUpper(1600, 1500), 0.03602644670402662);
	});
	it("F far out", () => expectDigits(fUpper(45, 40, 3500), 2.061097537819e-280));
	it("quantiles of which the tail is tiny", () => {
		expectDigits(tTwoSided(tCritical(1e7, 1 - 1e-9), 1e7), 1 - (1 - 1e-9));
		expectDigits(tTwoSided(tCritical(0.3, 0.01), 0.3), 0.99);
	});
});

describe("infinite degrees of freedom", () => {
	it("are the normal and the chi-square distribution", () => {
		expect(tTwoSided(1.5, Number.POSITIVE_INFINITY)).toBe(normalTwoSided(1.5));
		expect(tCritical(Number.POSITIVE_INFINITY)).toBe(normalCritical());
		expect(fUpper(2, 3, Number.POSITIVE_INFINITY)).toBe(chiSquareUpper(6, 3));
		expectDigits(normalQuantile(0.975), normalCritical(0.95));
	});
});
