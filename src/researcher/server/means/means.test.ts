import { describe, expect, it } from "vitest";
import { intervalOf } from "./means.ts";

const tallyOf = (values: readonly number[]) => ({
	n: values.length,
	mean: values.reduce((sum, value) => sum + value, 0) / values.length,
	squares: values.reduce((sum, value) => sum + value * value, 0),
});

describe("the interval of a mean", () => {
	it("is that of R's t.test", () => {
		// t.test(c(62, 71, 55, 80, 68))$conf.int
		const interval = intervalOf(tallyOf([62, 71, 55, 80, 68]));
		expect(interval?.lower).toBeCloseTo(55.506, 3);
		expect(interval?.upper).toBeCloseTo(78.894, 3);
	});

	it("has no width where all agree", () => {
		expect(intervalOf(tallyOf([0.1, 0.1, 0.1]))).toEqual({
			lower: expect.closeTo(0.1, 6),
			upper: expect.closeTo(0.1, 6),
		});
	});

	it("is missing for one participant", () => {
		expect(intervalOf(tallyOf([50]))).toBeNull();
	});
});
