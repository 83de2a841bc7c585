import type { Matrix } from "ml-matrix";
import { tCritical, tTwoSided } from "../numeric/distributions.ts";

/** A fitted linear predictor, from which tables of coefficients, means and contrasts are made. */
export type LinearEstimates = {
	/** R's names of all columns of the model matrix. */
	readonly names: readonly string[];
	/** Estimated columns. The others are linear combinations of earlier ones. */
	readonly kept: readonly number[];
	/** In the order of `kept`. */
	readonly estimates: Float64Array;
	readonly covariance: Matrix;
	/** Degrees of freedom of the combination with these weights, in the order of `kept`. Infinite for z tests. */
	readonly degreesOf: (weights: Float64Array) => number;
};

export type Missing = { readonly missing: string };

export type Inference = {
	readonly estimate: number;
	readonly se: number;
	/** Null if the statistic is compared with the normal distribution. */
	readonly df: number | null;
	readonly t: number;
	readonly p: number;
	readonly lower: number;
	readonly upper: number;
};

export type Coefficient = { readonly term: string } & (Inference | Missing);

/** The table of coefficients, in the order of the model matrix. Intervals are 95 % by default. */
export function coefficientTable(fitted: LinearEstimates, level = 0.95): Coefficient[] {
	return fitted.names.map((term, column) => {
		const place = fitted.kept.indexOf(column);
		if (place < 0) return { term, missing: "This column is a combination of the columns before it." };
		const weights = new Float64Array(fitted.kept.length);
		weights[place] = 1;
		return { term, ...combinationInference(fitted, weights, level) };
	});
}

/** The estimate of a linear combination of the coefficients. */
export function combinationInference(
	fitted: LinearEstimates,
	weights: Float64Array,
	level = 0.95,
): Inference | Missing {
	const estimate = weights.reduce((total, weight, index) => total + timesFinite(weight, fitted.estimates[index]), 0);
	const se = Math.sqrt(quadraticForm(fitted.covariance, weights));
	return inferenceOf(estimate, se, fitted.degreesOf(weights), level);
}

/** An infinite coefficient affects only combinations with a weight for it. */
const timesFinite = (weight: number, estimate = Number.NaN): number => (weight === 0 ? 0 : weight * estimate);

/** The test against 0 and the interval. Both need a finite standard error and degrees of freedom. */
export function inferenceOf(estimate: number, se: number, df: number, level = 0.95): Inference | Missing {
	if (!Number.isFinite(estimate)) return { missing: "The estimate is not finite." };
	if (!(se > 0) || !Number.isFinite(se))
		return { missing: "The data leave no variation to estimate a standard error from." };
	if (!(df > 0)) return { missing: "The data leave no degrees of freedom." };
	const t = estimate / se;
	const half = tCritical(df, level) * se;
	return {
		estimate,
		se,
		df: Number.isFinite(df) ? df : null,
		t,
		p: tTwoSided(t, df),
		lower: estimate - half,
		upper: estimate + half,
	};
}

export function quadraticForm(matrix: Matrix, weights: ArrayLike<number>): number {
	let total = 0;
	for (let i = 0; i < matrix.rows; i += 1)
		for (let j = 0; j < matrix.columns; j += 1) total += (weights[i] ?? 0) * matrix.get(i, j) * (weights[j] ?? 0);
	return total;
}
