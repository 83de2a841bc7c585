import type { RandomStream } from "../../randomisation/draw/generator.ts";
import { at, range } from "../numeric/arrays.ts";
import { clusterBootstrap, percentileInterval } from "../numeric/bootstrap.ts";
import { pairsOf, type RankingData } from "./rankings.ts";

export type WinRate = {
	readonly item: string;
	/** The unweighted mean over opponents of the share of comparisons won, counting a tie half. */
	readonly rate: number;
	readonly lower?: number;
	readonly upper?: number;
	/** For each opponent, the share won and the number of comparisons. */
	readonly against: readonly { readonly item: string; readonly rate: number; readonly n: number }[];
};

export type WinRateOptions = { readonly draws: number; readonly stream: RandomStream };

/**
 * How often each item is preferred to each other item, and on average over its opponents. Intervals are percentiles over
 * bootstrap draws of participants.
 */
export function winRates(data: RankingData, options?: WinRateOptions): WinRate[] {
	const perPerson = wonByPerson(data);
	const everybody = new Float64Array(data.participants.length).fill(1);
	const won = summed(perPerson, everybody, data.items.length);
	const intervals = options ? bootstrapped(data, perPerson, options) : [];
	return data.items.map((item, index) => ({
		item,
		rate: meanRate(won, index),
		...(intervals[index] ?? {}),
		against: range(data.items.length).flatMap((other) => {
			const n = comparisonsOf(won, index, other);
			return other === index || n === 0
				? []
				: [{ item: data.items[other] ?? "", rate: (won[index]?.[other] ?? 0) / n, n }];
		}),
	}));
}

type WinCounts = readonly (readonly number[])[];

/** For each participant, the comparisons in which the first item beat the second; ties count half for each. */
function wonByPerson({ participants, rankings }: RankingData): { better: number; worse: number; times: number }[][] {
	const won = participants.map((): { better: number; worse: number; times: number }[] => []);
	for (const ranking of rankings)
		for (const { better, worse, tied } of pairsOf(ranking)) {
			const times = tied ? ranking.weight / 2 : ranking.weight;
			won[ranking.participant]?.push({ better, worse, times });
			if (tied) won[ranking.participant]?.push({ better: worse, worse: better, times });
		}
	return won;
}

function summed(perPerson: ReturnType<typeof wonByPerson>, weights: Float64Array, items: number): WinCounts {
	const won = range(items).map(() => range(items).map(() => 0));
	perPerson.forEach((comparisons, person) => {
		for (const { better, worse, times } of comparisons) {
			const row = won[better];
			if (row) row[worse] = (row[worse] ?? 0) + times * at(weights, person);
		}
	});
	return won;
}

const comparisonsOf = (won: WinCounts, one: number, other: number): number =>
	(won[one]?.[other] ?? 0) + (won[other]?.[one] ?? 0);

function meanRate(won: WinCounts, item: number): number {
	const opponents = range(won.length).filter((other) => other !== item && comparisonsOf(won, item, other) > 0);
	return (
		opponents.reduce((total, other) => total + (won[item]?.[other] ?? 0) / comparisonsOf(won, item, other), 0) /
		opponents.length
	);
}

function bootstrapped(
	data: RankingData,
	perPerson: ReturnType<typeof wonByPerson>,
	{ draws, stream }: WinRateOptions,
): { lower?: number; upper?: number }[] {
	const items = range(data.items.length);
	const { values } = clusterBootstrap(data.participants.length, draws, stream, (weights) => {
		const won = summed(perPerson, weights, items.length);
		return Float64Array.from(items, (item) => meanRate(won, item));
	});
	return items.map((item) => {
		const interval = percentileInterval(values.map((rates) => at(rates, item)));
		return interval ? { lower: interval.lower, upper: interval.upper } : {};
	});
}
