/** From here on, Stirling's series has all digits of a double with the terms below. */
const STIRLING_FROM = 10;

/** ln Γ(x) for x > 0: Lanczos' approximation with g = 7, or Stirling's series. */
export function logGamma(x: number): number {
	if (x >= STIRLING_FROM) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingRest(x);
	const base = x + 6.5;
	const sum = LANCZOS.reduce((total, term, index) => total + term / (x + index), LANCZOS_FIRST);
	return (x - 0.5) * Math.log(base) - base + HALF_LOG_TWO_PI + Math.log(sum);
}

/**
 * ln B(a, b). Of a large argument, only what Stirling's series leaves over is taken: `logGamma(b) - logGamma(a + b)` would
 * lose all digits that the two have in common.
 */
export function logBeta(a: number, b: number): number {
	const [small, large] = a < b ? [a, b] : [b, a];
	if (large < STIRLING_FROM) return logGamma(small) + logGamma(large) - logGamma(small + large);
	const rest = stirlingRest(large) - stirlingRest(small + large);
	const share = Math.log1p(-small / (small + large));
	if (small < STIRLING_FROM)
		return logGamma(small) + rest + small - small * Math.log(small + large) + (large - 0.5) * share;
	return (
		HALF_LOG_TWO_PI -
		0.5 * Math.log(large) +
		stirlingRest(small) +
		rest +
		(small - 0.5) * Math.log(small / (small + large)) +
		large * share
	);
}

/** What ln Γ(x) is above Stirling's formula (DLMF 5.11.1), for x >= 10. */
export function stirlingRest(x: number): number {
	const square = 1 / (x * x);
	return STIRLING.reduceRight((sum, term) => sum * square + term, 0) / x;
}

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];

const LANCZOS_FIRST = 0.99999999999980993;
const LANCZOS = [
	676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
	-0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
