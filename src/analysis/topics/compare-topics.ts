import { type CategoryCounts, type Distance, distributionDistance } from "../agreement/distribution-distance.ts";
import { diversityOf, meanPairwiseDistance, type WithInterval } from "../agreement/diversity.ts";
import type { Missing } from "../inference/coefficients.ts";
import { overClusters } from "../judgements/clusters.ts";
import type { Sampling } from "../judgements/sampling.ts";
import { add, at, range, sum } from "../numeric/arrays.ts";

export type TopicComparison = {
	/** Jensen-Shannon distance of the shares of topics, 0 to 1. */
	readonly distance: Distance | Missing;
	readonly human: TopicSide;
	readonly simulated: TopicSide;
	/** For each topic, the simulated share of openings minus people's. */
	readonly differences: readonly (WithInterval | Missing)[];
};

export type TopicSide = {
	/** The number of equally common topics with the same diversity (Hill's number of order 1). */
	readonly diversity: WithInterval | Missing;
	/** The mean distance between the topics of two participants, from 0 (all the same) to 1. */
	readonly betweenParticipants: WithInterval | Missing;
	readonly participants: number;
	readonly openings: number;
};

/**
 * Whether simulations open with the same topics as people. Each row holds how often one participant opened with each topic.
 * Whole participants are drawn; a participant and their simulation are drawn independently.
 */
export function compareTopics(human: CategoryCounts, simulated: CategoryCounts, sampling: Sampling): TopicComparison {
	const width = Math.max(0, ...[...human, ...simulated].map((row) => row.length));
	return {
		distance: distributionDistance(human, simulated, "jensen-shannon", sampling),
		human: sideOf(human, sampling),
		simulated: sideOf(simulated, sampling),
		differences: shareDifferences(human, simulated, width, sampling),
	};
}

const openingsOf = (rows: CategoryCounts): number => rows.flat().reduce((sum, count) => sum + count, 0);

function sideOf(rows: CategoryCounts, sampling: Sampling): TopicSide {
	const withOpenings = rows.filter((row) => row.some((count) => count > 0));
	return {
		diversity: diversityOf(withOpenings, 1, sampling),
		betweenParticipants: meanPairwiseDistance(withOpenings, sampling),
		participants: withOpenings.length,
		openings: openingsOf(rows),
	};
}

function shareDifferences(human: CategoryCounts, simulated: CategoryCounts, width: number, sampling: Sampling) {
	const rows = [...human, ...simulated];
	const names = range(width).map(String);
	const statistics = (weights: Float64Array): Record<string, number> => {
		const [before, after] = [
			sharesOf(human, weights.subarray(0, human.length), width),
			sharesOf(simulated, weights.subarray(human.length), width),
		];
		return Object.fromEntries(names.map((name, topic) => [name, at(after, topic) - at(before, topic)]));
	};
	const found = overClusters(
		rows.map((_, row) => String(row)),
		names,
		statistics,
		sampling,
	);
	return names.map((name): WithInterval | Missing => found[name] ?? { missing: "There is no such topic." });
}

/** The share of each topic; NaN without openings. */
function sharesOf(rows: CategoryCounts, weights: Float64Array, width: number): Float64Array {
	const totals = new Float64Array(width);
	rows.forEach((row, person) => {
		row.forEach((count, topic) => {
			if (count > 0) add(totals, topic, count * at(weights, person));
		});
	});
	const all = sum(totals);
	return totals.map((total) => total / all);
}
