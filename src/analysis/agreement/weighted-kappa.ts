import { at } from "../numeric/arrays.ts";

export type KappaWeights = "unweighted" | "linear" | "quadratic";

/**
 * Cohen's kappa of two raters (1960; weights: 1968, Psychol Bull 70:213-220): 1 - observed by expected disagreement. `weights`
 * says how often each pair counts. NaN if no disagreement is expected, for example if both raters always give the same value.
 */
export function weightedKappa(
	pairs: readonly (readonly number[])[],
	weights: Float64Array,
	kind: KappaWeights,
): number {
	const [ones, others] = [new Map<number, number>(), new Map<number, number>()];
	let [total, observed] = [0, 0];
	pairs.forEach(([one = Number.NaN, other = Number.NaN], index) => {
		const weight = at(weights, index);
		ones.set(one, (ones.get(one) ?? 0) + weight);
		others.set(other, (others.get(other) ?? 0) + weight);
		total += weight;
		observed += weight * distance(one, other, kind);
	});
	let expected = 0;
	for (const [one, n] of ones) for (const [other, m] of others) expected += n * m * distance(one, other, kind);
	return expected > 0 ? 1 - (observed * total) / expected : Number.NaN;
}

function distance(one: number, other: number, kind: KappaWeights): number {
	if (kind === "unweighted") return Number(one !== other);
	return kind === "linear" ? Math.abs(one - other) : (one - other) ** 2;
}
