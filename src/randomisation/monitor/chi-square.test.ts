import { describe, expect, it } from "vitest";
import { chiSquareTail } from "./chi-square.ts";

describe("the tail of a chi-square", () => {
	/* NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4: critical values, to the 3 decimals of its table. */
	it.each([
		[3.841, 1, 0.05],
		[6.635, 1, 0.01],
		[10.828, 1, 0.001],
		[7.815, 3, 0.05],
		[16.266, 3, 0.001],
		[18.307, 10, 0.05],
		[29.588, 10, 0.001],
		[43.773, 30, 0.05],
		[59.703, 30, 0.001],
		[124.342, 100, 0.05],
		[149.449, 100, 0.001],
	])("of %d on %d degrees is %d", (statistic, df, p) => {
		expect(chiSquareTail(statistic, df) / p).toBeCloseTo(1, 2);
	});

	it.each([0.01, 0.5, 1, 2, 5, 10, 40, 200, 700])("of %d on 2 and 4 degrees equals the closed form", (x) => {
		expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11);
		expect(chiSquareTail(x, 4) / (Math.exp(-x / 2) * (1 + x / 2))).toBeCloseTo(1, 11);
	});

	it("is 1 at 0 and decreases from there", () => {
		expect(chiSquareTail(0, 3)).toBe(1);
		const tails = [0.1, 1, 2, 4, 8, 16, 32, 64].map((x) => chiSquareTail(x, 5));
		expect([...tails].sort((a, b) => b - a)).toEqual(tails);
	});

	it.each([
		[-1, 1],
		[Number.NaN, 1],
		[1, 0],
		[1, 1.5],
	])("refuses %d on %d", (statistic, df) => expect(() => chiSquareTail(statistic, df)).toThrow(RangeError));
});
