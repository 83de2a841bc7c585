import { below, type RandomStream } from "../../randomisation/draw/generator.ts";
import { add, at, variance } from "./arrays.ts";

/** Statistics of each bootstrap draw, and the number of draws without statistics. */
export type Draws = { readonly values: readonly Float64Array[]; readonly failed: number };

/**
 * The cluster bootstrap (Davison and Hinkley 1997, Bootstrap Methods and their Application, section 3.8): whole clusters, such
 * as participants, are drawn with replacement. `statistics` receives how often each cluster was drawn, and returns null if the
 * draw cannot be estimated.
 */
export function clusterBootstrap(
	clusters: number,
	draws: number,
	stream: RandomStream,
	statistics: (weights: Float64Array) => Float64Array | null,
): Draws {
	// With a single cluster every draw is the data itself, so there is no interval.
	if (clusters < 2) return { values: [], failed: draws };
	const values: Float64Array[] = [];
	for (let draw = 0; draw < draws; draw += 1) {
		const found = statistics(drawnWeights(clusters, stream));
		if (found?.every(Number.isFinite)) values.push(found);
	}
	return { values, failed: draws - values.length };
}

function drawnWeights(clusters: number, stream: RandomStream): Float64Array {
	const weights = new Float64Array(clusters);
	for (let drawn = 0; drawn < clusters; drawn += 1) add(weights, below(stream, clusters), 1);
	return weights;
}

export type BootstrapInterval = { readonly se: number; readonly lower: number; readonly upper: number };

/** Standard deviation and percentile interval of a statistic over the draws. Null with fewer than two draws. */
export function percentileInterval(values: readonly number[], level = 0.95): BootstrapInterval | null {
	if (values.length < 2) return null;
	const sorted = Float64Array.from(values).sort();
	const tail = (1 - level) / 2;
	return {
		se: Math.sqrt(variance(sorted)),
		lower: sortedQuantile(sorted, tail),
		upper: sortedQuantile(sorted, 1 - tail),
	};
}

/**
 * A percentile interval that is widened to the estimate, for statistics that draws change in one direction: who is drawn twice
 * makes people more alike, which lowers diversity and raises distances, so that all draws may lie on one side.
 */
export function intervalWith(estimate: number, values: readonly number[]): BootstrapInterval | null {
	const interval = percentileInterval(values);
	return (
		interval && {
			se: interval.se,
			lower: Math.min(estimate, interval.lower),
			upper: Math.max(estimate, interval.upper),
		}
	);
}

/** Linear interpolation of ascending values: definition 7 of Hyndman and Fan (1996, Am Stat 50:361-365), R's default. */
export function sortedQuantile(sorted: Float64Array, p: number): number {
	const position = (sorted.length - 1) * p;
	const lower = Math.floor(position);
	const above = Math.min(sorted.length - 1, lower + 1);
	return at(sorted, lower) + (position - lower) * (at(sorted, above) - at(sorted, lower));
}
