import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { chiSquareUpper, fUpper } from "../numeric/distributions.ts";
import type { LinearEstimates, Missing } from "./coefficients.ts";

export type JointTest = {
	/** F, or chi-square if `df2` is null. */
	readonly statistic: number;
	readonly df1: number;
	readonly df2: number | null;
	readonly p: number;
};

/**
 * Tests that all combinations with these weights are 0. F with the denominator of Fai and Cornelius (1996, J Stat Comput Simul
 * 54:363-378), as in lmerTest's `contest`. Combinations that follow from others count once.
 */
export function jointTest(fit: LinearEstimates, combinations: readonly Float64Array[]): JointTest | Missing {
	if (combinations.length === 0) return { missing: "There are no combinations to test." };
	const weights = new Matrix(combinations.map((row) => Array.from(row)));
	const covariance = weights.mmul(fit.covariance).mmul(weights.transpose());
	const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, { assumeSymmetric: true });
	const largest = Math.max(...realEigenvalues);
	const used = realEigenvalues
		.map((_, index) => index)
		.filter((index) => (realEigenvalues[index] ?? 0) > 1e-10 * largest);
	if (!(largest > 0)) return { missing: "The data leave no variation to test these differences with." };
	const directions = used.map((index) => {
		const row = Matrix.rowVector(eigenvectorMatrix.getColumn(index)).mmul(weights).to1DArray();
		const estimate = row.reduce((total, weight, column) => total + weight * (fit.estimates[column] ?? 0), 0);
		return { square: estimate ** 2 / (realEigenvalues[index] ?? 1), df: fit.degreesOf(Float64Array.from(row)) };
	});
	const total = directions.reduce((sum, { square }) => sum + square, 0);
	const df1 = directions.length;
	const df2 = denominator(directions.map(({ df }) => df));
	if (df2 === Number.POSITIVE_INFINITY) return { statistic: total, df1, df2: null, p: chiSquareUpper(total, df1) };
	return { statistic: total / df1, df1, df2, p: fUpper(total / df1, df1, df2) };
}

function denominator(degrees: readonly number[]): number {
	const [first = Number.NaN] = degrees;
	if (degrees.every((df) => Math.abs(df - first) < 1e-8 || df === first)) return first;
	if (degrees.some((df) => df <= 2)) return 2;
	const total = degrees.reduce((sum, df) => sum + df / (df - 2), 0);
	return (2 * total) / (total - degrees.length);
}
