import type { WithInterval } from "../agreement/diversity.ts";
import type { Missing } from "../inference/coefficients.ts";
import { at } from "../numeric/arrays.ts";
import { overClusters } from "./clusters.ts";
import type { Sampling } from "./sampling.ts";

export type Preference = "first" | "second" | "equal";

/** A pair that one judge saw in both orders. The answers name positions, not replies. */
export type SwappedPair = {
	readonly pair: string;
	/** The cluster of the pair, such as its participant. */
	readonly cluster: string;
	readonly asGiven: Preference;
	readonly swapped: Preference;
};

const NAMES = ["firstShare", "consistent", "prefersFirstReply"] as const;

export type PositionBias = Readonly<Record<(typeof NAMES)[number], WithInterval | Missing>> & {
	readonly pairs: number;
	/** The number of pairs by verdict. A verdict combines both answers, for the replies in their original order. */
	readonly verdicts: Readonly<Record<Verdict, number>>;
};

/** `position`: the same position was preferred in both orders. `unsure`: equal in one order, a preference in the other. */
export type Verdict = "first_reply" | "second_reply" | "equal" | "unsure" | "position";

/**
 * How strongly a judge of pairs depends on position. `firstShare`: among answers for one position, those for the first; 0.5
 * without bias. `consistent`: pairs with the same verdict in both orders. `prefersFirstReply`: among consistent pairs with a
 * preference, those for the first reply in original order. Percentile intervals over draws of clusters.
 */
export function positionBias(pairs: readonly SwappedPair[], sampling: Sampling): PositionBias | Missing {
	if (pairs.length === 0) return { missing: "No pair was judged in both orders." };
	const verdicts = pairs.map(verdictOf);
	const statistics = (weights: Float64Array) => {
		const count = (holds: (index: number) => number): number =>
			pairs.reduce((total, _, index) => total + at(weights, index) * holds(index), 0);
		const answered = (place: Preference) => (index: number) =>
			Number(pairs[index]?.asGiven === place) + Number(pairs[index]?.swapped === place);
		const is = (verdict: Verdict) => (index: number) => Number(verdicts[index] === verdict);
		const [first, second] = [count(answered("first")), count(answered("second"))];
		const [one, other] = [count(is("first_reply")), count(is("second_reply"))];
		return {
			firstShare: first / (first + second),
			consistent: (one + other + count(is("equal"))) / count(() => 1),
			prefersFirstReply: one / (one + other),
		};
	};
	const clusters = pairs.map(({ cluster }) => cluster);
	return {
		...overClusters(clusters, NAMES, statistics, sampling),
		pairs: pairs.length,
		verdicts: countsOf(verdicts),
	};
}

export function verdictOf({ asGiven, swapped }: SwappedPair): Verdict {
	if (asGiven === "equal" || swapped === "equal") return asGiven === swapped ? "equal" : "unsure";
	if (asGiven === swapped) return "position";
	return asGiven === "first" ? "first_reply" : "second_reply";
}

function countsOf(verdicts: readonly Verdict[]): Record<Verdict, number> {
	const counts = { first_reply: 0, second_reply: 0, equal: 0, unsure: 0, position: 0 };
	for (const verdict of verdicts) counts[verdict] += 1;
	return counts;
}
