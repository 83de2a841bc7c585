import { Matrix } from "ml-matrix";
import { inferenceOf } from "../inference/coefficients.ts";
import { range } from "../numeric/arrays.ts";
import type { RankingFit } from "./fit-rankings.ts";
import { quasiVariances } from "./quasi-variance.ts";

/** The log-worth of an item relative to a reference, which has 0 by definition. */
export type Worth = {
	readonly item: string;
	readonly worth: number;
	readonly se: number;
	readonly lower: number;
	readonly upper: number;
	/** This item is the reference. */
	readonly reference?: true;
	/** A standard error for comparing two items without their covariance. Needs at least three items. */
	readonly quasiSe?: number;
};

/**
 * Log-worths relative to an item, or to the mean of all for `null`. `covariance` is the fit's own or a robust one; degrees of
 * freedom are infinite for the fit's own.
 */
export function worthsOf(
	fit: RankingFit,
	reference: string | null,
	covariance = fit.covariance,
	df = Number.POSITIVE_INFINITY,
): Worth[] {
	const { items } = fit.data;
	const all = allItems(fit, covariance);
	const base = reference === null ? -1 : items.indexOf(reference);
	const quasi = quasiVariances(all);
	return items.map((item, index) => {
		const weights = range(items.length).map(
			(other) => Number(other === index) - (base < 0 ? 1 / items.length : Number(other === base)),
		);
		const worth = weights.reduce((total, weight, other) => total + weight * worthAt(fit, other), 0);
		const variance = quadratic(all, weights);
		const extra = quasi ? { quasiSe: Math.sqrt(quasi[index] ?? Number.NaN) } : {};
		if (index === base) return { item, worth: 0, se: 0, lower: 0, upper: 0, reference: true, ...extra };
		const inference = inferenceOf(worth, Math.sqrt(variance), df);
		const { se, lower, upper } = "missing" in inference ? NOT_A_NUMBER : inference;
		return { item, worth, se, lower, upper, ...extra };
	});
}

const NOT_A_NUMBER = { se: Number.NaN, lower: Number.NaN, upper: Number.NaN };

export const worthAt = (fit: RankingFit, item: number): number =>
	item === 0 ? 0 : (fit.estimates[item - 1] ?? Number.NaN);

/** The covariance of all items' log-worths relative to the first item, whose entries are 0. */
function allItems({ data }: RankingFit, covariance: Matrix): Matrix {
	const all = Matrix.zeros(data.items.length, data.items.length);
	for (let i = 1; i < data.items.length; i += 1)
		for (let j = 1; j < data.items.length; j += 1) all.set(i, j, covariance.get(i - 1, j - 1));
	return all;
}

function quadratic(matrix: Matrix, weights: readonly number[]): number {
	const row = Matrix.rowVector([...weights]);
	return row.mmul(matrix).mmul(row.transpose()).get(0, 0);
}
