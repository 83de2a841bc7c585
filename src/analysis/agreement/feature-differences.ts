import { benjaminiHochberg, holm } from "../inference/adjust.ts";
import type { Missing } from "../inference/coefficients.ts";
import { mean, variance } from "../numeric/arrays.ts";
import { tCritical, tTwoSided } from "../numeric/distributions.ts";
import { isConstant } from "./pairs.ts";

export type FeatureDifference = {
	readonly feature: string;
	readonly meanOne: number;
	readonly meanOther: number;
	/** The difference divided by the pooled standard deviation of both sides. */
	readonly standardised: number | null;
} & (
	| {
			readonly difference: number;
			readonly se: number;
			readonly df: number;
			readonly t: number;
			readonly p: number;
			readonly lower: number;
			readonly upper: number;
			readonly holm: number;
			readonly bh: number;
	  }
	| Missing
);

/** A feature's values on each side, one for each independent unit such as a participant. */
export type FeatureValues = {
	readonly feature: string;
	readonly one: readonly number[];
	readonly other: readonly number[];
};

/**
 * The difference of means for each feature, first side minus second, by Welch's t test (1947, Biometrika 34:28-35), with
 * p-values adjusted over all features, and Cohen's d.
 */
export function featureDifferences(features: readonly FeatureValues[]): FeatureDifference[] {
	const tests = features.map(({ one, other }) => welch(one, other));
	const p = tests.map((test) => ("missing" in test ? Number.NaN : test.p));
	const [byHolm, byBh] = [holm(p), benjaminiHochberg(p)];
	return features.map(({ feature, one, other }, index) => {
		const test = tests[index] ?? { missing: "There is no test." };
		const own = { feature, meanOne: mean(one), meanOther: mean(other), standardised: cohensD(one, other) };
		return "missing" in test
			? { ...own, ...test }
			: { ...own, ...test, holm: byHolm[index] ?? 1, bh: byBh[index] ?? 1 };
	});
}

type Welch = {
	readonly difference: number;
	readonly se: number;
	readonly df: number;
	readonly t: number;
	readonly p: number;
	readonly lower: number;
	readonly upper: number;
};

export function welch(one: readonly number[], other: readonly number[], level = 0.95): Welch | Missing {
	if (one.length < 2 || other.length < 2) return { missing: "A comparison of means needs two values on each side." };
	if (isConstant(one) && isConstant(other)) return { missing: "The feature does not vary on either side." };
	const [first, second] = [variance(one) / one.length, variance(other) / other.length];
	const difference = mean(one) - mean(other);
	const se = Math.sqrt(first + second);
	const df = (first + second) ** 2 / (first ** 2 / (one.length - 1) + second ** 2 / (other.length - 1));
	const half = tCritical(df, level) * se;
	return {
		difference,
		se,
		df,
		t: difference / se,
		p: tTwoSided(difference / se, df),
		lower: difference - half,
		upper: difference + half,
	};
}

function cohensD(one: readonly number[], other: readonly number[]): number | null {
	const degrees = one.length + other.length - 2;
	if (one.length < 2 || other.length < 2) return null;
	const pooled = ((one.length - 1) * variance(one) + (other.length - 1) * variance(other)) / degrees;
	return pooled > 0 ? (mean(one) - mean(other)) / Math.sqrt(pooled) : null;
}
