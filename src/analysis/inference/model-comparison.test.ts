import { describe, expect, it } from "vitest";
import { expectClose, golden, goldenData } from "../../../test/support/golden/golden.ts";
import { frameOf } from "../formula/model-frame.ts";
import { fitMixed } from "../mixed/fit.ts";
import { likelihoodRatio } from "./model-comparison.ts";

type Case = { data: string; smaller: string; larger: string; chiSquare: number; df: number; p: number };

describe.each(golden<Case>("ratios"))("$larger against $smaller", ({ data, smaller, larger, chiSquare, df, p }) => {
	it("equals R's anova", () => {
		const [one, other] = [smaller, larger].map((formula) =>
			fitMixed(frameOf(formula, goldenData(data)), { reml: false }),
		);
		if (!one || !other) throw new Error("no fit");
		const test = likelihoodRatio(one, other);
		if ("missing" in test) throw new Error(test.missing);
		expectClose(test.chiSquare, chiSquare, "chi-square");
		expect(test.df).toBe(df);
		expectClose(test.p, p, "p");
	});
});

describe("a likelihood ratio", () => {
	const model = { logLik: -10, parameters: 3, n: 20 };
	it("needs the same rows and more parameters", () => {
		expect(likelihoodRatio(model, { ...model, parameters: 4, n: 19 })).toEqual({
			missing: expect.stringContaining("20 and 19 rows"),
		});
		expect(likelihoodRatio(model, model)).toEqual({ missing: expect.stringContaining("no more parameters") });
	});
});
