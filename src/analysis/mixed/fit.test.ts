import { describe, expect, it } from "vitest";
import { expectClose, golden, goldenData } from "../../../test/support/golden/golden.ts";
import { frameOf } from "../formula/model-frame.ts";
import { coefficientTable } from "../inference/coefficients.ts";
import { jointTest } from "../inference/joint-test.ts";
import { type Contrast, marginalMeans, pairwiseContrasts } from "../inference/marginal-means.ts";
import { informationCriteria } from "../inference/model-comparison.ts";
import { fitMixed, type MixedFit } from "./fit.ts";

type Row = { estimate: number; se: number; df: number; t: number; p: number };
type Case = {
	data: string;
	formula: string;
	reml: boolean;
	weights: string | null;
	n: number;
	groups: Record<string, number>;
	logLik: number;
	aic: number;
	bic: number;
	residualSd: number;
	singular: boolean;
	fixed: (Row & { term: string })[];
	random: { group: string; term: string; sd: number; correlations: Record<string, number> | null }[];
	means: null | {
		factors: string[];
		means: (Row & { label: string })[];
		contrasts: (Row & { label: string; holm: number; bh: number })[];
		joint: { statistic: number; df1: number; df2: number; p: number };
	};
};

const cases = golden<Case>("mixed");

function fitCase({ data, formula, weights, reml }: Case): MixedFit {
	const frame = frameOf(formula, goldenData(data), weights === null ? [] : [weights]);
	return fitMixed(frame, { reml, ...(weights === null ? {} : { weights }) });
}

describe.each(cases)("$formula on $data (REML: $reml)", (wanted) => {
	const fit = fitCase(wanted);

	it("has lme4's likelihood and variance components", () => {
		expect(fit.n).toBe(wanted.n);
		expect(Object.fromEntries(fit.groups.map(({ group, levels }) => [group, levels]))).toEqual(wanted.groups);
		expectClose(fit.logLik, wanted.logLik, "log likelihood");
		const { aic, bic } = informationCriteria(fit);
		expectClose(aic, wanted.aic, "AIC");
		expectClose(bic, wanted.bic, "BIC");
		expectClose(fit.residualSd, wanted.residualSd, "residual");
		expect(fit.singular.length > 0).toBe(wanted.singular);
		expect(fit.converged).toBe(true);
		for (const { group, term, sd, correlations } of wanted.random) {
			const found = fit.random.find((one) => one.group === group && one.term === term);
			expectClose(found?.sd, sd, `sd of ${term} by ${group}`);
			for (const [other, correlation] of Object.entries(correlations ?? {}))
				if (sd > 1e-4) expectClose(found?.correlations?.[other], correlation, `correlation of ${term} and ${other}`);
		}
	});

	it("has lmerTest's table of coefficients", () => {
		const table = coefficientTable(fit).filter((row) => !("missing" in row));
		expect(table.map(({ term }) => term)).toEqual(wanted.fixed.map(({ term }) => term));
		wanted.fixed.forEach((row, index) => {
			expectRow(table[index], row, row.term);
		});
	});

	if (wanted.means)
		it("has the means and contrasts of emmeans", () => {
			const { factors, means, contrasts, joint } = wanted.means ?? never();
			const found = marginalMeans(fit, factors);
			if (!found.ok) throw new Error(found.error);
			expect(found.value.map(({ label }) => label)).toEqual(means.map(({ label }) => label));
			means.forEach((row, index) => {
				expectRow(found.value[index], row, row.label);
			});
			const pairs = pairwiseContrasts(fit, found.value);
			// emmeans writes the name of a numeric factor before its value.
			const bare = (label: string): string => factors.reduce((text, name) => text.replaceAll(name, ""), label);
			contrasts.forEach((row, index) => {
				expect(pairs[index]?.label).toBe(bare(row.label));
				expectContrast(pairs[index], row);
			});
			const test = jointTest(
				fit,
				found.value
					.slice(1)
					.map(({ weights }) => weights.map((weight, k) => weight - (found.value[0]?.weights[k] ?? 0))),
			);
			if ("missing" in test) throw new Error(test.missing);
			expect(test.df1).toBe(joint.df1);
			expectClose(test.statistic, joint.statistic, "joint F");
			expectClose(test.df2, joint.df2, "joint denominator", 2e-5);
			expectClose(test.p, joint.p, "joint p");
		});
});

function expectRow(found: object | undefined, wanted: Row, what: string): void {
	const row = (found ?? {}) as Partial<Row>;
	expectClose(row.estimate, wanted.estimate, `${what}: estimate`);
	expectClose(row.se, wanted.se, `${what}: se`);
	expectClose(row.df, wanted.df, `${what}: df`, 2e-5);
	if (wanted.t !== undefined) expectClose(row.t, wanted.t, `${what}: t`);
	expectClose(row.p, wanted.p, `${what}: p`);
}

function expectContrast(found: Contrast | undefined, wanted: Row & { label: string; holm: number; bh: number }): void {
	expectRow(found, wanted, wanted.label);
	expectClose(found?.holm, wanted.holm, "Holm");
	expectClose(found?.bh, wanted.bh, "BH");
}

const never = (): never => {
	throw new Error("unreachable");
};
