import type { Missing } from "../inference/coefficients.ts";
import { mean, variance } from "../numeric/arrays.ts";
import { fUpper, normalCritical, tTwoSided } from "../numeric/distributions.ts";

/** Two measurements of the same units, in the same order. */
export type Pairs = { readonly one: readonly number[]; readonly other: readonly number[] };

export type Correlation = {
	readonly r: number;
	readonly lower: number;
	readonly upper: number;
	readonly p: number;
	readonly n: number;
};

/** Pearson's correlation with Fisher's interval (1921, Metron 1:3-32), and the t test against 0. */
export function pearson({ one, other }: Pairs, level = 0.95): Correlation | Missing {
	const n = one.length;
	if (n < 4) return { missing: `A correlation with an interval needs 4 pairs, and there are ${n}.` };
	const r = correlationOf(one, other);
	if (r === null) return { missing: "One of the two is the same for all pairs, so there is no correlation." };
	const z = Math.atanh(r);
	const half = normalCritical(level) / Math.sqrt(n - 3);
	const t = r * Math.sqrt((n - 2) / (1 - r * r));
	return {
		r,
		lower: Math.tanh(z - half),
		upper: Math.tanh(z + half),
		p: Math.abs(r) === 1 ? 0 : tTwoSided(t, n - 2),
		n,
	};
}

/** Null if one of the two is constant. */
export function correlationOf(one: readonly number[], other: readonly number[]): number | null {
	const [left, right] = [deviations(one), deviations(other)];
	const size = Math.sqrt(squares(left) * squares(right));
	if (!(size > 0) || isConstant(one) || isConstant(other)) return null;
	const product = left.reduce((total, value, index) => total + value * (right[index] ?? 0), 0);
	return Math.max(-1, Math.min(1, product / size));
}

const deviations = (values: readonly number[]): number[] => {
	const centre = mean(values);
	return values.map((value) => value - centre);
};
const squares = (values: readonly number[]): number => values.reduce((total, value) => total + value * value, 0);
export const isConstant = (values: readonly number[]): boolean => values.every((value) => value === values[0]);

export type PairedTest = { readonly difference: number; readonly t: number; readonly df: number; readonly p: number };

/** Student's paired t test of the mean of `one` minus `other`. */
export function pairedT({ one, other }: Pairs): PairedTest | Missing {
	const differences = one.map((value, index) => value - (other[index] ?? Number.NaN));
	const n = differences.length;
	if (n < 2) return { missing: `A paired t test needs 2 pairs, and there are ${n}.` };
	const spread = variance(differences);
	if (!(spread > 0) || isConstant(differences))
		return { missing: "All differences are the same, so there is no variation to test with." };
	const difference = mean(differences);
	const t = difference / Math.sqrt(spread / n);
	return { difference, t, df: n - 1, p: tTwoSided(t, n - 1) };
}

export type VarianceRatio = { readonly ratio: number; readonly df: number; readonly p: number };

/** The variance of `one` divided by that of `other`, and the two-sided F test against 1, as in R's `var.test`. */
export function varianceRatio({ one, other }: Pairs): VarianceRatio | Missing {
	const n = one.length;
	if (n < 2) return { missing: `A variance needs 2 values, and there are ${n}.` };
	if (isConstant(other)) return { missing: "The second of the two does not vary, so there is no ratio." };
	const ratio = variance(one) / variance(other);
	const upper = fUpper(ratio, n - 1, n - 1);
	return { ratio, df: n - 1, p: Math.min(1, 2 * Math.min(upper, 1 - upper)) };
}

/**
 * 1 - mean absolute difference / range: the Twin-2K-500 Mega-Study's measure of how closely a simulated answer matches a
 * person's. Without a range of the scale, the range of all values of both is used.
 */
export function accuracy(
	{ one, other }: Pairs,
	range?: readonly [low: number, high: number],
): { readonly accuracy: number; readonly range: readonly [number, number] } | Missing {
	if (one.length === 0) return { missing: "There are no pairs." };
	const used = range ?? ([Math.min(...one, ...other), Math.max(...one, ...other)] as const);
	if (!(used[1] > used[0]))
		return { missing: "The outcome has one value, so its range is 0. State the range of the scale." };
	const distance = mean(one.map((value, index) => Math.abs(value - (other[index] ?? Number.NaN))));
	return { accuracy: 1 - distance / (used[1] - used[0]), range: used };
}

/**
 * Expected calibration error (Naeini, Cooper and Hauskrecht 2015, AAAI): predictions are grouped into equal-width bins between
 * `low` and `high`; the distance between a bin's mean prediction and mean outcome is weighted by the bin's size, and given as a
 * share of the range.
 */
export function calibrationError(
	predicted: readonly number[],
	observed: readonly number[],
	[low, high]: readonly [number, number],
	bins = 10,
): number | null {
	if (predicted.length === 0 || !(high > low)) return null;
	const sums = Array.from({ length: bins }, () => ({ predicted: 0, observed: 0 }));
	predicted.forEach((value, index) => {
		const bin = sums[Math.max(0, Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins)))];
		if (!bin) return;
		bin.predicted += value;
		bin.observed += observed[index] ?? Number.NaN;
	});
	// Uses n_b |mean - mean| = |sum - sum|.
	return (
		sums.reduce((total, bin) => total + Math.abs(bin.predicted - bin.observed), 0) / (predicted.length * (high - low))
	);
}
