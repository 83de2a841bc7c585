import type { Design } from "../../protocol/schema/schema.ts";
import { below, chance, type RandomStream } from "./generator.ts";

type Measure = NonNullable<Design["minimisation"]>["measure"];

/** One prognostic factor: the number of participants at the newcomer's level in each treatment, and the factor's weight. */
export type Margin = { readonly counts: readonly number[]; readonly weight: number };

/**
 * How far the numbers of one level differ between treatments; 0 is balance. `range` and `variance` (of a sample) are
 * Pocock and Simon's. `marginal-balance` is the sum of all pairwise differences over (k - 1) times the total (Han, Enas
 * and McEntegart 2009, Statistics in Medicine 28), from 0 to 1, so that a full level does not outweigh an empty one.
 */
export function imbalance(measure: Measure, counts: readonly number[]): number {
	if (counts.length < 2) return 0;
	switch (measure) {
		case "range":
			return Math.max(...counts) - Math.min(...counts);
		case "variance":
			return variance(counts);
		case "marginal-balance":
			return marginalBalance(counts);
	}
}

function variance(counts: readonly number[]): number {
	const mean = sum(counts) / counts.length;
	return sum(counts.map((count) => (count - mean) ** 2)) / (counts.length - 1);
}

function marginalBalance(counts: readonly number[]): number {
	const total = sum(counts);
	if (total === 0) return 0;
	const pairs = counts.flatMap((one, index) => counts.slice(index + 1).map((other) => Math.abs(one - other)));
	return sum(pairs) / ((counts.length - 1) * total);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** G of Pocock and Simon: the weighted imbalance over all factors if the newcomer gets this treatment. */
export const imbalanceWith = (measure: Measure, margins: readonly Margin[], treatment: number): number =>
	sum(
		margins.map(({ counts, weight }) => {
			const after = counts.map((count, index) => (index === treatment ? count + 1 : count));
			return weight * imbalance(measure, after);
		}),
	);

/**
 * Pocock and Simon (1975), "Sequential treatment assignment with balancing for prognostic factors in the controlled
 * clinical trial", Biometrics 31, 103-115, with their biased coin: the treatment with the least imbalance is chosen with
 * `probability`, and each of the others with an equal part of the rest. Of several equally good treatments one is drawn
 * first. Treatments are counted from 0; every margin has `treatments` counts. With probability 1 everything but ties could
 * be predicted.
 */
export function minimise(
	stream: RandomStream,
	{ measure, probability }: { readonly measure: Measure; readonly probability: number },
	margins: readonly Margin[],
	treatments: number,
): number {
	const all = Array.from({ length: treatments }, (_, treatment) => treatment);
	const scores = all.map((treatment) => imbalanceWith(measure, margins, treatment));
	const least = Math.min(...scores);
	// Sums of the same numbers in another order may differ in their last bits. They count as ties on every machine.
	const best = all.filter((treatment) => (scores[treatment] ?? Infinity) - least <= 1e-9 * (1 + Math.abs(least)));
	const preferred = best[below(stream, best.length)] ?? 0;
	const others = all.filter((treatment) => treatment !== preferred);
	if (others.length === 0 || chance(stream, probability)) return preferred;
	return others[below(stream, others.length)] ?? preferred;
}
