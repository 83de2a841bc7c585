import { continuedFraction } from "./continued-fraction.ts";
import { logGamma, stirlingRest } from "./log-gamma.ts";

/** The regularised upper incomplete gamma function Q(a, x) (DLMF 8.2), for x > 0. */
export const gammaUpper = (a: number, x: number): number =>
	x < a + 1 ? 1 - (density(a, x) / a) * lowerSeries(a, x) : density(a, x) * upperFraction(a, x);

/** x^a e^-x / Γ(a). For a large a, as the distance of x from a: its parts would be large and nearly equal. */
function density(a: number, x: number): number {
	if (a < 10) return Math.exp(a * Math.log(x) - x - logGamma(a));
	const away = (x - a) / a;
	return Math.sqrt(a / (2 * Math.PI)) * Math.exp(a * (Math.log1p(away) - away) - stirlingRest(a));
}

/** DLMF 8.7.1. */
function lowerSeries(a: number, x: number): number {
	let sum = 1;
	let term = 1;
	for (let n = 1; term > sum * Number.EPSILON; n++) {
		term *= x / (a + n);
		sum += term;
	}
	return sum;
}

/** DLMF 8.9.2, in its even part, which converges twice as fast. */
const upperFraction = (a: number, x: number): number =>
	1 / continuedFraction(x + 1 - a, (index) => [-index * (index - a), x + 2 * index + 1 - a]);
