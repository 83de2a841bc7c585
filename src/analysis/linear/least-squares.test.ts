import { describe, expect, it } from "vitest";
import { expectClose, golden, goldenData } from "../../../test/support/golden/golden.ts";
import { asFactor } from "../formula/complete-rows.ts";
import { frameOf } from "../formula/model-frame.ts";
import { coefficientTable, type LinearEstimates } from "../inference/coefficients.ts";
import { informationCriteria } from "../inference/model-comparison.ts";
import { tableOf } from "../table/table.ts";
import { clusterRobust, type RobustType } from "./cluster-robust.ts";
import { fitLeastSquares } from "./least-squares.ts";

type Case = {
	data: string;
	formula: string;
	weights: string | null;
	cluster: string | null;
	terms: string[];
	estimates: number[];
	se: number[];
	p: number[];
	missing: string[];
	sigma: number;
	df: number;
	rSquared: number;
	logLik: number;
	aic: number;
	bic: number;
	robust: null | Record<RobustType, { se: number[]; df: number[]; p: number[] }>;
};

const cases = golden<Case>("linear");

const estimatedRows = (fit: LinearEstimates) => coefficientTable(fit).flatMap((row) => ("missing" in row ? [] : [row]));

const fitCase = ({ data, formula, weights, cluster }: Case) => {
	const frame = frameOf(
		formula,
		goldenData(data),
		[weights, cluster].filter((name) => name !== null),
	);
	return { frame, fit: fitLeastSquares(frame, weights ?? undefined) };
};

describe.each(cases)("$formula on $data (weights: $weights)", (wanted) => {
	const { fit, frame } = fitCase(wanted);

	it("equals R's lm", () => {
		const table = coefficientTable(fit);
		expect(table.map(({ term }) => term)).toEqual(wanted.terms);
		expect(table.filter((row) => "missing" in row).map(({ term }) => term)).toEqual(wanted.missing);
		estimatedRows(fit).forEach((row, index) => {
			expectClose(row.estimate, wanted.estimates[index] ?? Number.NaN, `${row.term}: estimate`, 1e-9);
			expectClose(row.se, wanted.se[index] ?? Number.NaN, `${row.term}: se`, 1e-9);
			expectClose(row.p, wanted.p[index] ?? Number.NaN, `${row.term}: p`, 1e-9);
		});
		expectClose(fit.residualSd, wanted.sigma, "sigma", 1e-9);
		expect(fit.residualDf).toBe(wanted.df);
		expectClose(fit.logLik, wanted.logLik, "log likelihood", 1e-9);
		expectClose(informationCriteria(fit).aic, wanted.aic, "AIC", 1e-9);
		expectClose(informationCriteria(fit).bic, wanted.bic, "BIC", 1e-9);
	});

	if (wanted.cluster && wanted.robust)
		it.each(Object.entries(wanted.robust))("has clubSandwich's %s errors", (type, robust) => {
			const clusters = frame.extras.get(wanted.cluster ?? "");
			if (!clusters) throw new Error("no clusters");
			estimatedRows(clusterRobust(fit, asFactor(clusters), type as RobustType)).forEach((row, index) => {
				expectClose(row.se, robust.se[index] ?? Number.NaN, `${row.term}: se`, 1e-8);
				expectClose(row.df, robust.df[index] ?? Number.NaN, `${row.term}: df`, 1e-7);
				expectClose(row.p, robust.p[index] ?? Number.NaN, `${row.term}: p`, 1e-8);
			});
		});
});

describe("least squares", () => {
	it("keeps its digits when columns differ by ten orders of magnitude", () => {
		const x = [1, 2, 3, 4, 5, 6, 7, 8];
		const y = [2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.1];
		const plain = fitLeastSquares(frameOf("y ~ x", tableOf({ x, y })));
		const scaled = fitLeastSquares(frameOf("y ~ x", tableOf({ x: x.map((value) => 1e10 + value * 1e5), y })));
		expectClose((scaled.estimates[1] ?? 0) * 1e5, plain.estimates[1] ?? 0, "slope", 1e-8);
	});

	it.each([
		["one row", { y: [1], x: [1] }, /Only one row is complete/],
		["a constant response", { y: [3, 3, 3, 3], x: [1, 2, 3, 4] }, /is 3 in all 4 complete rows/],
		["as many columns as rows", { y: [1, 5], x: [1, 2] }, /2 rows cannot identify 2 coefficients/],
		["a perfect fit", { y: [2, 4, 6, 8], x: [1, 2, 3, 4] }, /without any residual/],
		["a response of texts", { y: ["a", "b", "a", "c"], x: [1, 2, 3, 4] }, /column of numbers/],
		["an infinite value", { y: [1, 2, 3, Number.POSITIVE_INFINITY], x: [1, 2, 3, 4] }, /"y" has infinite values/],
		["missing values in every row", { y: [1, Number.NaN], x: [Number.NaN, 2] }, /No row has all of "y", "x"/],
	])("refuses %s with a clear error", (_, columns, message) => {
		expect(() => fitLeastSquares(frameOf("y ~ x", tableOf(columns)))).toThrow(message);
	});

	it("refuses a factor with one level, and a single cluster", () => {
		const table = tableOf({ y: [1, 2, 3, 5], arm: ["K7", "K7", "K7", "K7"], x: [1, 0, 1, 0] });
		expect(() => frameOf("y ~ arm", table)).toThrow(/"arm" has one level \("K7"\)/);
		const frame = frameOf("y ~ x", table, ["arm"]);
		const fit = fitLeastSquares(frame);
		expect(() => clusterRobust(fit, asFactor(frame.extras.get("arm") ?? { kind: "text", values: [] }))).toThrow(
			/at least two clusters/,
		);
	});
});
