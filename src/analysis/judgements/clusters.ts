import type { WithInterval } from "../agreement/diversity.ts";
import type { Missing } from "../inference/coefficients.ts";
import { at } from "../numeric/arrays.ts";
import { clusterBootstrap, intervalWith } from "../numeric/bootstrap.ts";
import type { Sampling } from "./sampling.ts";

/** Statistics of rows by name; NaN if a draw does not allow one. `weights` says how often each row counts. */
type Statistics<K extends string> = (weights: Float64Array) => Readonly<Record<K, number>>;

/**
 * Each statistic with its percentile interval over draws of clusters, such as participants: rows of a cluster are drawn
 * together. All statistics use the same draws.
 */
export function overClusters<K extends string>(
	clusters: readonly string[],
	names: readonly K[],
	statistics: Statistics<K>,
	{ draws, stream }: Sampling,
): Readonly<Record<K, WithInterval | Missing>> {
	const indices = new Map([...new Set(clusters)].map((cluster, place) => [cluster, place]));
	const places = clusters.map((cluster) => indices.get(cluster) ?? 0);
	const rowWeights = (drawn: Float64Array): Float64Array => Float64Array.from(places, (place) => at(drawn, place));
	const estimates = statistics(new Float64Array(clusters.length).fill(1));
	const samples = names.map((): number[] => []);
	clusterBootstrap(indices.size, draws, stream, (drawn) => {
		const found = statistics(rowWeights(drawn));
		names.forEach((name, index) => {
			if (Number.isFinite(found[name])) samples[index]?.push(found[name]);
		});
		return new Float64Array();
	});
	const entries = names.map((name, index): [K, WithInterval | Missing] => [
		name,
		withInterval(estimates[name], samples[index] ?? [], clusters.length, indices.size),
	]);
	return Object.fromEntries(entries) as Record<K, WithInterval | Missing>;
}

function withInterval(
	estimate: number,
	samples: readonly number[],
	n: number,
	clusters: number,
): WithInterval | Missing {
	if (!Number.isFinite(estimate)) return { missing: "All values are the same, so it is not defined." };
	const interval = intervalWith(estimate, samples);
	return interval === null
		? {
				missing: `An interval needs draws of at least two clusters, and there ${clusters === 1 ? "is 1" : `are ${clusters}`}.`,
			}
		: { estimate, lower: interval.lower, upper: interval.upper, n };
}
