import { describe, expect, it } from "vitest";
import { below, randomStream } from "../randomisation/draw/generator.ts";
import { auc, crossFittedAuc, type Example } from "./classifier.ts";

describe("the area under the curve", () => {
	it("is the share of pairs in the right order, ties a half", () => {
		expect(auc([3, 4], [1, 2])).toBe(1);
		expect(auc([1, 2], [3, 4])).toBe(0);
		expect(auc([1, 3], [2, 3])).toBe((0 + 0 + 1 + 0.5) / 4);
		expect(auc([5, 5], [5, 5])).toBe(0.5);
	});
});

/** Half of `n` examples are shifted by `shift` in the first of three features, each a sum of four uniform draws. */
function examples(n: number, shift: number): Example[] {
	const stream = randomStream("1".repeat(64), ["classifier", shift]);
	const noise = () =>
		Array.from({ length: 4 }, () => below(stream, 1000) / 1000).reduce((sum, value) => sum + value, 0);
	return Array.from({ length: n }, (_, index) => {
		const positive = index % 4 < 2;
		return { positive, features: [noise() + (positive ? shift : 0), noise(), noise()] };
	});
}

describe("a cross-fitted classifier", () => {
	it("finds no difference if there is none: within 3 standard errors of 1/2 (n = 2000, false alarm 0.27 %)", () => {
		const error = Math.sqrt((2000 + 1) / (12 * 1000 * 1000));
		expect(Math.abs(crossFittedAuc(examples(2000, 0)) - 0.5)).toBeLessThan(3 * error);
	});

	it("finds a difference, and reaches 1 for separable data", () => {
		expect(crossFittedAuc(examples(2000, 0.5))).toBeGreaterThan(0.65);
		expect(crossFittedAuc(examples(2000, 10))).toBe(1);
	});

	it("is not misled by differences between the halves", () => {
		const apart = examples(2000, 10).map((example, index) => ({
			...example,
			features: example.features.map((value) => value + (index % 2) * 15),
		}));
		expect(crossFittedAuc(apart)).toBe(1);
	});

	it("gives 1/2 if no feature varies", () => {
		const same = Array.from({ length: 40 }, (_, index) => ({ positive: index % 4 < 2, features: [1, 2] }));
		expect(crossFittedAuc(same)).toBe(0.5);
	});
});
