import type { RandomStream } from "../../randomisation/draw/generator.ts";
import type { Missing } from "../inference/coefficients.ts";
import { add, at } from "../numeric/arrays.ts";
import { clusterBootstrap, intervalWith } from "../numeric/bootstrap.ts";

export type WithInterval = {
	readonly estimate: number;
	readonly lower: number;
	readonly upper: number;
	readonly n: number;
};

/**
 * Hill's number of order q (1973, Ecology 54:427-432): the number of equally common categories with the same diversity. q = 0
 * counts categories, q = 1 is the exponential of Shannon's entropy, q = 2 the inverse of Simpson's index. NaN without counts.
 */
export function hillNumber(counts: readonly number[], q: number): number {
	const total = counts.reduce((sum, count) => sum + count, 0);
	const shares = counts.filter((count) => count > 0).map((count) => count / total);
	if (shares.length === 0) return Number.NaN;
	if (q === 1) return Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0));
	return shares.reduce((sum, share) => sum + share ** q, 0) ** (1 / (1 - q));
}

/** Hill's number over participants' counts (one row for each), with the interval of `intervalWith` over draws of participants. */
export function diversityOf(
	rows: readonly (readonly number[])[],
	q: number,
	sampling: { readonly draws: number; readonly stream: RandomStream },
): WithInterval | Missing {
	const of = (weights: Float64Array): number => {
		const totals: number[] = [];
		rows.forEach((row, person) => {
			row.forEach((count, category) => {
				totals[category] = (totals[category] ?? 0) + count * at(weights, person);
			});
		});
		return hillNumber(
			Array.from(totals, (count) => count ?? 0),
			q,
		);
	};
	return bootstrapped(rows.length, of, sampling);
}

/**
 * The mean distance between two different participants, as 1 - cosine of their vectors (embeddings or counts): 0 if all are
 * alike. With the interval of `intervalWith` over draws of participants; a participant who is drawn twice is not compared with
 * themselves.
 */
export function meanPairwiseDistance(
	vectors: readonly (readonly number[])[],
	sampling: { readonly draws: number; readonly stream: RandomStream },
): WithInterval | Missing {
	const lengths = vectors.map((vector) => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)));
	if (lengths.some((length) => !(length > 0)))
		return { missing: "A vector of zeros has no direction, so no distance." };
	const width = Math.max(0, ...vectors.map((vector) => vector.length));
	const units = vectors.map((vector, person) => vector.map((value) => value / (lengths[person] ?? 1)));
	// The sum over all pairs follows from the weighted sum of unit vectors, so the time grows with people and not with pairs.
	const of = (weights: Float64Array): number => {
		const summed = new Float64Array(width);
		let [all, squares] = [0, 0];
		units.forEach((unit, person) => {
			const weight = at(weights, person);
			if (weight === 0) return;
			all += weight;
			squares += weight * weight;
			unit.forEach((value, place) => {
				add(summed, place, weight * value);
			});
		});
		const alike = summed.reduce((sum, value) => sum + value * value, 0) - squares;
		const pairs = all * all - squares;
		// Rounding may leave a little below 0 where all are alike.
		return pairs > 0 ? Math.max(0, 1 - alike / pairs) : Number.NaN;
	};
	return bootstrapped(vectors.length, of, sampling);
}

function bootstrapped(
	n: number,
	of: (weights: Float64Array) => number,
	{ draws, stream }: { readonly draws: number; readonly stream: RandomStream },
): WithInterval | Missing {
	const estimate = of(new Float64Array(n).fill(1));
	if (n < 2 || !Number.isFinite(estimate))
		return {
			missing: `Diversity over participants needs two of them with data, and there ${n === 1 ? "is 1" : `are ${n}`}.`,
		};
	const found = clusterBootstrap(n, draws, stream, (weights) => Float64Array.of(of(weights)));
	const interval = intervalWith(
		estimate,
		found.values.map(([value = Number.NaN]) => value),
	);
	return interval
		? { estimate, lower: interval.lower, upper: interval.upper, n }
		: { missing: "No draw has diversity." };
}
