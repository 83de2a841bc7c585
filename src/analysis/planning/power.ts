import type { RandomStream } from "../../randomisation/draw/generator.ts";
import { analysisStream } from "../commands/bootstrap-rows.ts";
import { FormulaError } from "../formula/expression.ts";
import { combinationInference } from "../inference/coefficients.ts";
import { range } from "../numeric/arrays.ts";
import { normalCritical, normalQuantile, tCritical } from "../numeric/distributions.ts";
import { fitRankings, type RankingFit } from "../rankings/fit-rankings.ts";
import { gumbel, normal, uniform } from "./random-normal.ts";

/** What is assumed of a contrast of two arms. */
export type Assumed =
	/** Both arms are rated by each participant. In points of the scale: the difference, and the SD of one rating within a person. */
	| { readonly kind: "crossover"; readonly difference: number; readonly sdWithin: number }
	/** Each participant rates one arm. `sd` is that of ratings between people. */
	| { readonly kind: "parallel"; readonly difference: number; readonly sd: number }
	/** Each participant ranks all arms. Log-worths, the two arms of the contrast first. */
	| { readonly kind: "ranking"; readonly logWorths: readonly number[] }
	/**
	 * Each participant compares the two arms this many times, side by side or by choosing a reply. `wins`: the share of comparisons that the
	 * first wins, over all people. `spread`: the SD of people's own log-odds around it.
	 */
	| { readonly kind: "comparison"; readonly wins: number; readonly spread: number; readonly comparisons: number };

export type Simulation = {
	/** Two-sided. */
	readonly alpha: number;
	/** How many studies are simulated for each number of participants. */
	readonly studies: number;
	readonly seed: string;
};

/** The share of simulated studies that find the contrast, with its Monte-Carlo error. */
export type Power = { readonly participants: number; readonly power: number; readonly error: number };

/** The same seed gives the same power. Each number of participants has draws of its own. */
export function powerOf(assumed: Assumed, participants: number, { alpha, studies, seed }: Simulation): Power {
	const stream = analysisStream(seed, `plan ${assumed.kind} ${participants}`);
	const found = range(studies).filter(() => finds(assumed, participants, alpha, stream)).length;
	const power = found / studies;
	return { participants, power, error: Math.sqrt((power * (1 - power)) / studies) };
}

function finds(assumed: Assumed, n: number, alpha: number, stream: RandomStream): boolean {
	switch (assumed.kind) {
		case "crossover": {
			const { difference, sdWithin } = assumed;
			const differences = range(n).map(() => difference + sdWithin * (normal(stream) - normal(stream)));
			const { mean, variance } = momentsOf(differences);
			return Math.abs(mean) > tCritical(n - 1, 1 - alpha) * Math.sqrt(variance / n);
		}
		case "parallel": {
			const { difference, sd } = assumed;
			const first = Math.ceil(n / 2);
			const [one, other] = [momentsOf(drawn(first, difference, sd)), momentsOf(drawn(n - first, 0, sd))];
			const df = n - 2;
			const pooled = ((first - 1) * one.variance + (n - first - 1) * other.variance) / df;
			return (
				Math.abs(one.mean - other.mean) > tCritical(df, 1 - alpha) * Math.sqrt(pooled * (1 / first + 1 / (n - first)))
			);
		}
		case "ranking":
			return findsByRanking(assumed.logWorths, n, alpha, stream);
		case "comparison":
			return findsByComparison(assumed, n, alpha, stream);
	}
	function drawn(count: number, mean: number, sd: number): number[] {
		return range(count).map(() => mean + sd * normal(stream));
	}
}

function momentsOf(values: readonly number[]): { readonly mean: number; readonly variance: number } {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return { mean, variance: squares / (values.length - 1) };
}

/**
 * Each participant counts once, with wins less losses. The score test divides by what the sum would have without a difference, so that a few
 * people who all agree are not certain.
 */
function findsByComparison(
	{ wins, spread, comparisons }: Extract<Assumed, { kind: "comparison" }>,
	n: number,
	alpha: number,
	stream: RandomStream,
): boolean {
	const middle = logOddsOf(wins, spread);
	const margins = range(n).map(() => {
		const share = logistic(middle + spread * normal(stream));
		const won = range(comparisons).filter(() => uniform(stream) < share).length;
		return 2 * won - comparisons;
	});
	const [sum, squares] = [
		margins.reduce((all, each) => all + each, 0),
		margins.reduce((all, each) => all + each ** 2, 0),
	];
	return squares > 0 && Math.abs(sum) > tCritical(n - 1, 1 - alpha) * Math.sqrt(squares);
}

const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** People as they are spread: the middles of a hundred equal parts of the normal distribution. */
const PEOPLE = range(100).map((part) => normalQuantile((part + 0.5) / 100));

/** The log-odds in the middle of people, of whom all together give the share `wins`. By bisection. */
function logOddsOf(wins: number, spread: number): number {
	let [low, high] = [-20, 20];
	for (let step = 0; step < 50; step += 1) {
		const middle = (low + high) / 2;
		const share = PEOPLE.reduce((sum, z) => sum + logistic(middle + spread * z), 0) / PEOPLE.length;
		if (share < wins) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** A study in which no fit exists, because an arm always won, does not count as one that found the contrast. */
function findsByRanking(logWorths: readonly number[], n: number, alpha: number, stream: RandomStream): boolean {
	const items = logWorths.map((_, index) => String(index));
	const participants = range(n).map(String);
	const rankings = range(n).map((participant) => {
		const scores = logWorths.map((worth) => worth + gumbel(stream));
		const order = range(items.length).sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
		return { participant, weight: 1, groups: order.map((item) => [item]), rows: order.map(() => [participant]) };
	});
	try {
		const z = zOfFirstTwo(fitRankings({ items, rankings, participants, notes: [] }));
		return z > normalCritical(1 - alpha);
	} catch (error) {
		if (error instanceof FormulaError) return false;
		throw error;
	}
}

/** The second item's log-worth is relative to the first. */
function zOfFirstTwo({ names, estimates, covariance }: RankingFit): number {
	const weights = new Float64Array(names.length);
	weights[0] = 1;
	const kept = [...names.keys()];
	const inference = combinationInference({ names, kept, estimates, covariance, degreesOf: () => Infinity }, weights);
	return "missing" in inference ? 0 : Math.abs(inference.estimate / inference.se);
}

export type Search = Simulation & {
	readonly power: number;
	/** The participants of one complete set of sequences. Only multiples of it are balanced. */
	readonly step: number;
	readonly most: number;
};

/** The smallest multiple of a set with the wanted power, and the powers on the way. Null: not within `most`. */
export function participantsFor(
	assumed: Assumed,
	{ power, step, most, ...simulation }: Search,
): { readonly needed: Power | null; readonly tried: readonly Power[] } {
	const tried: Power[] = [];
	const at = (sets: number): Power => {
		const known = tried.find(({ participants }) => participants === sets * step);
		const found = known ?? powerOf(assumed, sets * step, simulation);
		if (!known) tried.push(found);
		return found;
	};
	const least = Math.max(1, Math.ceil(4 / step));
	const last = Math.floor(most / step);
	let [low, high] = [least - 1, least];
	while (high < last && at(high).power < power) [low, high] = [high, Math.min(last, high * 2)];
	if (last < least || at(high).power < power) return { needed: null, tried: sorted(tried) };
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (at(middle).power < power) low = middle;
		else high = middle;
	}
	return { needed: at(high), tried: sorted(tried) };
}

const sorted = (tried: readonly Power[]): Power[] =>
	[...tried].sort((one, other) => one.participants - other.participants);
