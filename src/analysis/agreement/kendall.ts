import type { Missing } from "../inference/coefficients.ts";
import { normalTwoSided } from "../numeric/distributions.ts";

export type Kendall = { readonly tau: number; readonly z: number; readonly p: number; readonly n: number };

/**
 * Kendall's tau-b (1945, Biometrika 33:239-251), which allows ties in both rankings, and its normal test with a variance
 * corrected for ties (Kendall 1970, Rank Correlation Methods), as in R's `cor.test(method = "kendall", exact = FALSE)`.
 */
export function kendall(one: readonly number[], other: readonly number[]): Kendall | Missing {
	const tau = tauB(one, other);
	const n = one.length;
	if (tau === null) return { missing: "One of the two rankings has nothing but ties, so tau is not defined." };
	const z = concordance(one, other) / Math.sqrt(varianceOfConcordance(tieSizes(one), tieSizes(other), n));
	return { tau, z, p: normalTwoSided(z), n };
}

/** Null if one ranking is all ties. */
export function tauB(one: readonly number[], other: readonly number[]): number | null {
	const pairs = (one.length * (one.length - 1)) / 2;
	const [untied, otherUntied] = [one, other].map(
		(values) => pairs - sumOf(tieSizes(values), (size) => (size * (size - 1)) / 2),
	);
	const size = Math.sqrt((untied ?? 0) * (otherUntied ?? 0));
	return size > 0 ? concordance(one, other) / size : null;
}

/** The number of concordant minus discordant pairs. */
function concordance(one: readonly number[], other: readonly number[]): number {
	let total = 0;
	for (let i = 0; i < one.length; i += 1)
		for (let j = 0; j < i; j += 1)
			total += Math.sign((one[i] ?? 0) - (one[j] ?? 0)) * Math.sign((other[i] ?? 0) - (other[j] ?? 0));
	return total;
}

function tieSizes(values: readonly number[]): number[] {
	const counts = new Map<number, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts.values()];
}

const sumOf = (sizes: readonly number[], of: (size: number) => number): number =>
	sizes.reduce((total, size) => total + of(size), 0);

function varianceOfConcordance(one: readonly number[], other: readonly number[], n: number): number {
	const plain = (size: number): number => size * (size - 1) * (2 * size + 5);
	const triples = (size: number): number => size * (size - 1) * (size - 2);
	const twos = (size: number): number => size * (size - 1);
	return (
		(plain(n) - sumOf(one, plain) - sumOf(other, plain)) / 18 +
		(sumOf(one, twos) * sumOf(other, twos)) / (2 * n * (n - 1)) +
		(sumOf(one, triples) * sumOf(other, triples)) / (9 * n * (n - 1) * (n - 2))
	);
}
