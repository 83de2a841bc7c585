import { continuedFraction } from "./continued-fraction.ts";
import { logBeta } from "./log-gamma.ts";

/** The regularised incomplete beta function I_x(a, b) (DLMF 8.17). */
export const betaLower = (x: number, a: number, b: number): number => tailOf(x, a, b, "lower");

/** 1 - I_x(a, b), without the cancellation where it is small. */
export const betaUpper = (x: number, a: number, b: number): number => tailOf(x, a, b, "upper");

/** The fraction converges fast below the mean of the distribution. Above it, the other tail is computed. */
function tailOf(x: number, a: number, b: number, side: "lower" | "upper"): number {
	const isBelow = x <= (a + 1) / (a + b + 2);
	const density = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
	const tail = isBelow ? density / fraction(x, 1 - x, a, b) : density / fraction(1 - x, x, b, a);
	return isBelow === (side === "lower") ? tail : 1 - tail;
}

/**
 * DiDonato and Morris (1992), algorithm 708, section 4. `y` is 1 - x: where x is close to 1, that difference has lost the
 * digits that a large `a` needs.
 */
const fraction = (x: number, y: number, a: number, b: number): number =>
	continuedFraction((a * (a * y - b * x + 1)) / (a + 1), (m) => {
		const n = a + 2 * m;
		const numerator = ((a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x) / ((n - 1) * (n - 1));
		const denominator = m + (m * (b - m) * x) / (n - 1) + ((a + m) * (a * y - b * x + 1 + m * (1 + y))) / (n + 1);
		return [numerator, denominator];
	});
