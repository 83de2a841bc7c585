import { describe, expect, it } from "vitest";
import { expectClose, golden, goldenData } from "../../../test/support/golden/golden.ts";
import { asFactor } from "../formula/complete-rows.ts";
import { frameOf } from "../formula/model-frame.ts";
import { coefficientTable, type LinearEstimates } from "../inference/coefficients.ts";
import { marginalMeans, pairwiseContrasts } from "../inference/marginal-means.ts";
import { informationCriteria } from "../inference/model-comparison.ts";
import { tableOf } from "../table/table.ts";
import type { LikelihoodFit } from "./fit.ts";
import { latentModel } from "./latent.ts";
import { fitLogistic } from "./logistic.ts";
import { fitOrdinal } from "./ordinal.ts";
import { withClusters } from "./sandwich.ts";

type Case = {
	data: string;
	formula: string;
	cluster: string | null;
	weights?: string | null;
	terms: string[];
	estimates: number[];
	se: number[];
	p: number[];
	logLik: number;
	aic: number;
	robust: number[] | null;
	means?: null | { factors: string[]; estimates: number[]; se: number[]; contrasts: number[]; contrastSe: number[] };
};

const rowsOf = (fit: LinearEstimates) => coefficientTable(fit).flatMap((row) => ("missing" in row ? [] : [row]));

function expectFit(fit: LikelihoodFit, wanted: Case): void {
	const rows = rowsOf(fit);
	expect(rows.map(({ term }) => term)).toEqual(wanted.terms);
	rows.forEach((row, index) => {
		expectClose(row.estimate, wanted.estimates[index] ?? Number.NaN, `${row.term}: estimate`);
		expectClose(row.se, wanted.se[index] ?? Number.NaN, `${row.term}: se`);
		expectClose(row.p, wanted.p[index] ?? Number.NaN, `${row.term}: p`);
	});
	expect(fit.converged).toBe(true);
	expectClose(fit.logLik, wanted.logLik, "log likelihood", 1e-9);
	expectClose(informationCriteria(fit).aic, wanted.aic, "AIC", 1e-9);
}

function expectRobust(fit: LikelihoodFit, { cluster, robust }: Case): void {
	const clusters = fit.frame.extras.get(cluster ?? "");
	if (!clusters) return;
	rowsOf(withClusters(fit, asFactor(clusters))).forEach((row, index) => {
		expectClose(row.se, robust?.[index] ?? Number.NaN, `${row.term}: robust se`);
	});
}

const frameOfCase = ({ data, formula, cluster, weights }: Case) =>
	frameOf(
		formula,
		goldenData(data),
		[cluster, weights].filter((name) => typeof name === "string"),
	);

describe.each(golden<Case>("logistic"))("the logistic model $formula on $data", (wanted) => {
	it("equals R's glm, and sandwich's vcovCL", () => {
		const fit = fitLogistic(frameOfCase(wanted));
		expectFit(fit, wanted);
		expectRobust(fit, wanted);
	});
});

describe.each(golden<Case>("ordinal"))("the cumulative logit model $formula on $data", (wanted) => {
	const fit = fitOrdinal(frameOfCase(wanted), wanted.weights ?? undefined);

	it("equals ordinal's clm, and sandwich's vcovCL", () => {
		const named = { ...wanted, terms: rowsOf(fit).map(({ term }) => term) };
		expectFit(fit, named);
		expectRobust(fit, wanted);
	});

	if (wanted.means)
		it("has emmeans' means on the latent scale", () => {
			const { factors = [], estimates = [], se = [], contrasts = [], contrastSe = [] } = wanted.means ?? {};
			const latent = latentModel(fit);
			const means = marginalMeans(latent, factors);
			if (!means.ok) throw new Error(means.error);
			const pairs = pairwiseContrasts(latent, means.value);
			expect([means.value.length, pairs.length]).toEqual([estimates.length, contrasts.length]);
			means.value.forEach((mean, index) => {
				if ("missing" in mean) throw new Error(mean.missing);
				expectClose(mean.estimate, estimates[index] ?? Number.NaN, mean.label);
				expectClose(mean.se, se[index] ?? Number.NaN, mean.label);
			});
			pairs.forEach((pair, index) => {
				if ("missing" in pair) throw new Error(pair.missing);
				expectClose(pair.estimate, contrasts[index] ?? Number.NaN, pair.label);
				expectClose(pair.se, contrastSe[index] ?? Number.NaN, pair.label);
			});
		});
});

describe.each(golden<{ data: string; formula: string; infinite: string[] }>("separation"))(
	"the logistic model $formula on $data",
	({ data, formula, infinite }) => {
		it(infinite.length > 0 ? `has no finite ${infinite.join(", ")}` : "is not separated", () => {
			const fit = fitLogistic(frameOf(formula, goldenData(data)));
			expect(fit.separated).toEqual(infinite);
			const missing = coefficientTable(fit).filter((row) => "missing" in row);
			expect(missing.map(({ term }) => term)).toEqual(infinite);
		});
	},
);

describe("separation", () => {
	it("is also found in an ordinal model", () => {
		const table = tableOf({ y: [1, 1, 2, 2, 3, 3, 2, 3, 1], arm: ["a", "a", "b", "a", "b", "b", "b", "b", "a"] });
		expect(fitOrdinal(frameOf("y ~ arm", table)).separated).toContain("armb");
	});

	it("gives no estimate that depends only on separated rows, such as the difference of two arms that always fail", () => {
		const arm = ["a", "b", "c"].flatMap((name) => Array(12).fill(name));
		const y = arm.map((name) => (name === "c" ? 1 : 0));
		const fit = fitLogistic(frameOf("y ~ arm", tableOf({ y, arm })));
		expect(fit.separated).toEqual(["(Intercept)", "armb", "armc"]);
		// Arm d has both answers, so its difference from another such arm is known.
		const more = [...arm, ...Array(12).fill("d"), ...Array(12).fill("e")];
		const mixed = more.map((name, row) => (name === "d" || name === "e" ? row % 2 : name === "c" ? 1 : 0));
		const known = fitLogistic(
			frameOf("y ~ relevel", tableOf({ y: mixed, relevel: more.map((name) => (name === "d" ? "0" : name)) })),
		);
		expect(known.separated).toEqual(["relevela", "relevelb", "relevelc"]);
		expectClose(known.estimates[4], 0, "the difference of d and e");
	});

	it("is not reported if the odds are only extreme", () => {
		const y = [...Array(999).fill(0), 1, ...Array(999).fill(1), 0];
		const arm = [...Array(1000).fill("a"), ...Array(1000).fill("b")];
		const fit = fitLogistic(frameOf("y ~ arm", tableOf({ y, arm })));
		expect(fit.separated).toEqual([]);
		expectClose(fit.estimates[1], 2 * Math.log(999), "log odds ratio");
	});
});

describe("responses", () => {
	const x = [1, 2, 3, 4, 5, 6];
	it("of two texts count the second level as success", () => {
		const asText = fitLogistic(frameOf("y ~ x", tableOf({ x, y: ["no", "yes", "no", "yes", "no", "yes"] })));
		const asNumber = fitLogistic(frameOf("y ~ x", tableOf({ x, y: [0, 1, 0, 1, 0, 1] })));
		expect(asText.estimates).toEqual(asNumber.estimates);
	});

	it.each([
		["three levels", ["a", "b", "c", "a", "b", "c"], /has 3 levels, and a logistic model has two/],
		["one value", [1, 1, 1, 1, 1, 1], /the same in all complete rows/],
		["numbers beyond 1", [0, 1, 2, 0, 1, 2], /0 or 1/],
	])("with %s are refused with a clear error", (_, y, message) => {
		expect(() => fitLogistic(frameOf("y ~ x", tableOf({ x, y })))).toThrow(message);
	});

	it("of an ordinal model keep their intercept and their levels", () => {
		expect(() => fitOrdinal(frameOf("y ~ 0 + x", tableOf({ x, y: [1, 2, 3, 1, 2, 3] })))).toThrow(
			/thresholds in place/,
		);
		expect(() => fitOrdinal(frameOf("y ~ x", tableOf({ x, y: [2, 2, 2, 2, 2, 2] })))).toThrow(/in all complete rows/);
	});
});
