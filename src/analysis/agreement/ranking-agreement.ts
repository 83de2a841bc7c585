import type { Missing } from "../inference/coefficients.ts";
import { mean, sum, variance } from "../numeric/arrays.ts";
import { tCritical } from "../numeric/distributions.ts";
import { tauB } from "./kendall.ts";
import { wilson } from "./position-shares.ts";

/** Two rankings of the same items: each item's rank, or any score of which less is better. */
export type RankingPair = { readonly one: readonly number[]; readonly other: readonly number[] };

export type MeanEstimate = {
	readonly estimate: number;
	readonly se: number;
	readonly lower: number;
	readonly upper: number;
	readonly n: number;
};

export type RankingAgreement = {
	/** Mean tau-b, without pairs in which one ranking is all ties. */
	readonly tau: MeanEstimate | Missing;
	/** The share of pairs with the same favourite. A favourite that is tied with others counts in part. */
	readonly topOne: MeanEstimate | Missing;
	/** The share of common favourites expected for random orders. The expected tau is 0. */
	readonly topOneByChance: number | null;
	readonly withoutTau: number;
};

/** Agreement of two rankings over independent pairs, such as one for each person. Intervals by t. */
export function rankingAgreement(pairs: readonly RankingPair[]): RankingAgreement {
	const taus = pairs.map(({ one, other }) => tauB(one, other));
	const known = taus.filter((tau) => tau !== null);
	return {
		tau: meanEstimate(known),
		topOne: shareEstimate(pairs.map(sameFavourite)),
		topOneByChance: pairs.length === 0 ? null : mean(pairs.map(({ one }) => 1 / one.length)),
		withoutTau: taus.length - known.length,
	};
}

/**
 * The probability that favourites drawn from both sets of tied best items are the same: 1 or 0 without ties. Against a random
 * order its mean is one by the number of items, with or without ties.
 */
export function sameFavourite({ one, other }: RankingPair): number {
	const [ours, theirs] = [favourites(one), favourites(other)];
	return ours.filter((item) => theirs.includes(item)).length / (ours.length * theirs.length);
}

function favourites(ranks: readonly number[]): number[] {
	const best = Math.min(...ranks);
	return ranks.flatMap((rank, item) => (rank === best ? [item] : []));
}

/** The mean of independent values with its t interval. */
export function meanEstimate(values: readonly number[], level = 0.95): MeanEstimate | Missing {
	const n = values.length;
	if (n < 2) return { missing: `A mean with an interval needs 2 values, and there ${n === 1 ? "is 1" : `are ${n}`}.` };
	const [estimate, se] = [mean(values), Math.sqrt(variance(values) / n)];
	// The same value several times has a spread of rounding errors.
	if (!(se > 1e-12 * Math.abs(estimate)))
		return {
			missing: `All ${n} values are ${Number(estimate.toPrecision(12))}, so the data say nothing about an interval.`,
		};
	const half = tCritical(n - 1, level) * se;
	return { estimate, se, lower: estimate - half, upper: estimate + half, n };
}

/** The mean of values between 0 and 1 with Wilson's interval, which also holds if all values are 0 or all are 1. */
export function shareEstimate(values: readonly number[], level = 0.95): MeanEstimate | Missing {
	const n = values.length;
	if (n === 0) return { missing: "There is nothing to count." };
	const estimate = mean(values);
	return { estimate, se: Math.sqrt((estimate * (1 - estimate)) / n), ...wilson(sum(values), n, level), n };
}

/**
 * The agreement between repeated rankings by the same person: for each person the mean over all pairs of repeats. It is an
 * upper bound for any simulator and for agreement with that person.
 */
export function selfConsistency(
	repeats: readonly (readonly (readonly number[])[])[],
): Pick<RankingAgreement, "tau" | "topOne"> {
	const perPerson = repeats.map((rankings) =>
		rankings.flatMap((one, index) => rankings.slice(index + 1).map((other) => ({ one, other }))),
	);
	const means = (of: (pair: RankingPair) => number | null): number[] =>
		perPerson.flatMap((pairs) => {
			const values = pairs.map(of).filter((value) => value !== null);
			return values.length > 0 ? [mean(values)] : [];
		});
	return {
		tau: meanEstimate(means(({ one, other }) => tauB(one, other))),
		topOne: shareEstimate(means(sameFavourite)),
	};
}
