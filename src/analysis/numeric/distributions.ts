import betainc from "@stdlib/math-base-special-betainc";
import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";
import gammainc from "@stdlib/math-base-special-gammainc";
import betaincinv from "@stdlib/math-base-special-kernel-betaincinv";

/**
 * Tails and quantiles of the reference distributions, from regularised incomplete beta and gamma functions (DLMF 8.2, 8.17).
 * Tails are computed directly, so that a p-value of 1e-20 keeps its digits.
 */

/** P(|T| >= |t|) on `df` degrees of freedom, which need not be whole. An infinite `df` is the normal distribution. */
export function tTwoSided(t: number, df: number): number {
	if (df === Number.POSITIVE_INFINITY) return normalTwoSided(t);
	const square = t * t;
	// Each form is exact where the other one loses digits by cancellation.
	return square < df
		? betainc(square / (df + square), 0.5, df / 2, true, true)
		: betainc(df / (df + square), df / 2, 0.5, true, false);
}

/** The value that |T| exceeds with probability 1 - level: 1.96 for level 0.95 and infinite `df`. */
export function tCritical(df: number, level = 0.95): number {
	if (df === Number.POSITIVE_INFINITY) return normalCritical(level);
	const [inside = 0, outside = 1] = betaincinv(0.5, df / 2, level, 1 - level);
	return Math.sqrt((df * inside) / outside);
}

/** P(|Z| >= |z|). */
export const normalTwoSided = (z: number): number => erfc(Math.abs(z) / Math.SQRT2);

export const normalCritical = (level = 0.95): number => Math.SQRT2 * erfcinv(1 - level);

/** P(Z <= z). */
export const normalCdf = (z: number): number => erfc(-z / Math.SQRT2) / 2;

export const normalQuantile = (p: number): number => -Math.SQRT2 * erfcinv(2 * p);

/** P(X >= statistic), X chi-square on `df` degrees of freedom, which need not be whole. */
export const chiSquareUpper = (statistic: number, df: number): number =>
	statistic <= 0 ? 1 : gammainc(statistic / 2, df / 2, true, true);

/** P(F >= statistic) on `df1` and `df2` degrees of freedom. */
export function fUpper(statistic: number, df1: number, df2: number): number {
	if (statistic <= 0) return 1;
	if (df2 === Number.POSITIVE_INFINITY) return chiSquareUpper(statistic * df1, df1);
	const explained = df1 * statistic;
	return explained < df2
		? betainc(explained / (df2 + explained), df1 / 2, df2 / 2, true, true)
		: betainc(df2 / (df2 + explained), df2 / 2, df1 / 2, true, false);
}
