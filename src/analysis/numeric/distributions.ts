import { betaLower, betaUpper } from "./incomplete-beta.ts";
import { gammaUpper } from "./incomplete-gamma.ts";
import { logBeta } from "./log-gamma.ts";

/**
 * Tails and quantiles of the reference distributions, from regularised incomplete beta and gamma functions (DLMF 8.2, 8.17).
 * Tails are computed directly, so that a p-value of 1e-20 keeps its digits.
 */

/** P(|T| >= |t|) on `df` degrees of freedom, which need not be whole. An infinite `df` is the normal distribution. */
export function tTwoSided(t: number, df: number): number {
	if (df === Number.POSITIVE_INFINITY) return normalTwoSided(t);
	const square = t * t;
	// Each form is exact where the other one loses digits by cancellation.
	return square < df ? betaUpper(square / (df + square), 0.5, df / 2) : betaLower(df / (df + square), df / 2, 0.5);
}

/** The value that |T| exceeds with probability 1 - level: 1.96 for level 0.95 and infinite `df`. */
export const tCritical = (df: number, level = 0.95): number =>
	df === Number.POSITIVE_INFINITY
		? normalCritical(level)
		: exceededWith(
				1 - level,
				(t) => tTwoSided(t, df),
				(t) => tDensity(t, df),
			);

/** P(|Z| >= |z|). */
export const normalTwoSided = (z: number): number => (z === 0 ? 1 : gammaUpper(0.5, (z * z) / 2));

export const normalCritical = (level = 0.95): number => exceededWith(1 - level, normalTwoSided, normalDensity);

/** P(Z <= z). */
export const normalCdf = (z: number): number => (z < 0 ? normalTwoSided(z) / 2 : 1 - normalTwoSided(z) / 2);

export function normalQuantile(p: number): number {
	if (p === 0.5) return 0;
	const size = exceededWith(2 * Math.min(p, 1 - p), normalTwoSided, normalDensity);
	return p < 0.5 ? -size : size;
}

/** P(X >= statistic), X chi-square on `df` degrees of freedom, which need not be whole. */
export const chiSquareUpper = (statistic: number, df: number): number =>
	statistic <= 0 ? 1 : gammaUpper(df / 2, statistic / 2);

/** P(F >= statistic) on `df1` and `df2` degrees of freedom. */
export function fUpper(statistic: number, df1: number, df2: number): number {
	if (statistic <= 0) return 1;
	if (df2 === Number.POSITIVE_INFINITY) return chiSquareUpper(statistic * df1, df1);
	const explained = df1 * statistic;
	return explained < df2
		? betaUpper(explained / (df2 + explained), df1 / 2, df2 / 2)
		: betaLower(df2 / (df2 + explained), df2 / 2, df1 / 2);
}

const tDensity = (t: number, df: number): number =>
	Math.exp(-logBeta(0.5, df / 2) - ((df + 1) / 2) * Math.log1p((t * t) / df)) / Math.sqrt(df);

const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

const MOST_STEPS = 100;

/** A first step could go so far that the tail there is 0. */
const LONGEST_STEP = Math.LN2;

/**
 * The size x with P(|X| >= x) = p, for a symmetric X. By Newton's method on the logarithms of both: there the tail is a concave
 * function of x, so that steps from above end at the solution.
 */
function exceededWith(p: number, tail: (x: number) => number, density: (x: number) => number): number {
	if (p >= 1) return 0;
	if (p <= 0) return Number.POSITIVE_INFINITY;
	let x = 1;
	for (let step = 0; step < MOST_STEPS; step++) {
		const above = tail(x);
		const change = Math.min((Math.log(above / p) * above) / (2 * x * density(x)), LONGEST_STEP);
		x *= Math.exp(change);
		if (Math.abs(change) < 1e-15) break;
	}
	return x;
}
