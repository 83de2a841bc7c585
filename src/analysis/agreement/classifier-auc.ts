import { below, type RandomStream } from "../../randomisation/draw/generator.ts";
import { auc } from "../classifier.ts";
import type { Missing } from "../inference/coefficients.ts";
import { inverseLogit, softplus } from "../likelihood/logistic.ts";
import { maximise } from "../likelihood/newton.ts";
import { add, at, mean, range, variance } from "../numeric/arrays.ts";
import { normalCritical } from "../numeric/distributions.ts";

/** One conversation or person: real (positive) or simulated. Specimens of one group are always in the same fold. */
export type Specimen = { readonly features: readonly number[]; readonly positive: boolean; readonly group: string };

export type ClassifierAuc = {
	readonly auc: number;
	readonly se: number;
	readonly lower: number;
	readonly upper: number;
	readonly folds: number;
	readonly n: number;
};

/** Applies to standardised features. Keeps estimates finite for separable data, with little effect otherwise. */
const RIDGE = 1;

/**
 * How well a ridge logistic regression on standardised features separates two kinds in unseen data: the mean AUC over cross-
 * validation folds, with the influence-curve interval of LeDell, Petersen and van der Laan (2015, Electron J Stat 9:1583-1607),
 * clustered by group. 0.5 is chance.
 */
export function classifierAuc(
	specimens: readonly Specimen[],
	stream: RandomStream,
	folds = 10,
): ClassifierAuc | Missing {
	const foldOf = foldsByGroup(specimens, folds, stream);
	const scored = range(folds).map((fold) => scoreFold(specimens, foldOf, fold));
	if (scored.some((fold) => fold === null))
		return {
			missing: `Each of ${folds} folds needs both kinds, in training and in testing. There are too few groups.`,
		};
	const parts = scored.flatMap((fold) => fold ?? []);
	const areas = parts.map(area);
	const estimate = mean(areas);
	const influence = new Map<string, number>();
	parts.forEach((part, index) => {
		addInfluence(part, areas[index] ?? 0.5, influence, folds);
	});
	const values = [...influence.values()];
	const se = Math.sqrt(variance(values) * values.length);
	if (!(se > 0))
		return { missing: `The area is ${estimate} in every fold, so the data say nothing about an interval.` };
	const half = normalCritical() * se;
	return {
		auc: estimate,
		se,
		lower: Math.max(0, estimate - half),
		upper: Math.min(1, estimate + half),
		folds,
		n: specimens.length,
	};
}

type Scored = { readonly score: number; readonly group: string };
type Fold = { readonly positives: readonly Scored[]; readonly negatives: readonly Scored[] };

/** Assigns groups to folds in random order, so that folds have about the same size. */
function foldsByGroup(
	specimens: readonly Specimen[],
	folds: number,
	stream: RandomStream,
): ReadonlyMap<string, number> {
	const groups = [...new Set(specimens.map(({ group }) => group))];
	for (let last = groups.length - 1; last > 0; last -= 1) {
		const chosen = below(stream, last + 1);
		[groups[last], groups[chosen]] = [groups[chosen] ?? "", groups[last] ?? ""];
	}
	return new Map(groups.map((group, index) => [group, index % folds]));
}

function scoreFold(specimens: readonly Specimen[], foldOf: ReadonlyMap<string, number>, fold: number): Fold | null {
	const training = specimens.filter(({ group }) => foldOf.get(group) !== fold);
	const tested = specimens.filter(({ group }) => foldOf.get(group) === fold);
	const both = (some: readonly Specimen[]): boolean =>
		some.some(({ positive }) => positive) && some.some(({ positive }) => !positive);
	if (!both(training) || !both(tested)) return null;
	const score = ridgeLogistic(training);
	const of = (wanted: boolean): Scored[] =>
		tested
			.filter(({ positive }) => positive === wanted)
			.map(({ features, group }) => ({ score: score(features), group }));
	return { positives: of(true), negatives: of(false) };
}

/** A scoring function fitted to these specimens. Features without variation are left out. */
function ridgeLogistic(training: readonly Specimen[]): (features: readonly number[]) => number {
	const width = training[0]?.features.length ?? 0;
	const scales = range(width).map((k) => {
		const values = training.map(({ features }) => features[k] ?? 0);
		return { centre: mean(values), spread: Math.sqrt(variance(values)) };
	});
	const standardised = (features: readonly number[]): number[] => [
		1,
		...scales.map(({ centre, spread }, k) => (spread > 0 ? ((features[k] ?? 0) - centre) / spread : 0)),
	];
	const rows = training.map(({ features, positive }) => ({ x: standardised(features), y: Number(positive) }));
	const found = maximise((point) => penalised(rows, point), new Float64Array(width + 1), undefined, 1e-12);
	return (features) => (found ? predicted(standardised(features), found.point) : 0);
}

const predicted = (x: readonly number[], point: Float64Array): number =>
	x.reduce((total, value, k) => total + value * at(point, k), 0);

function penalised(rows: readonly { readonly x: readonly number[]; readonly y: number }[], point: Float64Array) {
	const size = point.length;
	const slope = new Float64Array(size);
	const information = new Float64Array(size * size);
	let value = 0;
	for (const { x, y } of rows) {
		const eta = predicted(x, point);
		const chance = inverseLogit(eta);
		value += y * eta - softplus(eta);
		x.forEach((one, i) => {
			add(slope, i, (y - chance) * one);
			for (let j = 0; j <= i; j += 1) add(information, i * size + j, chance * (1 - chance) * one * (x[j] ?? 0));
		});
	}
	// The intercept is not penalised.
	for (let k = 1; k < size; k += 1) {
		value -= (RIDGE / 2) * at(point, k) ** 2;
		add(slope, k, -RIDGE * at(point, k));
		add(information, k * size + k, RIDGE);
	}
	return { value, slope, information };
}

/** The share of these ascending scores that a score exceeds; a tie counts half. */
function wonShare(score: number, ascending: Float64Array): number {
	const below = placeIn(ascending, (value) => value < score);
	const ties = placeIn(ascending, (value) => value <= score) - below;
	return (below + ties / 2) / ascending.length;
}

/** How many values at the start fulfil a condition that holds up to some place. */
function placeIn(ascending: Float64Array, holds: (value: number) => boolean): number {
	let [from, to] = [0, ascending.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if (holds(at(ascending, middle))) from = middle + 1;
		else to = middle;
	}
	return from;
}

const area = ({ positives, negatives }: Fold): number =>
	auc(
		positives.map(({ score }) => score),
		negatives.map(({ score }) => score),
	);

/** Adds each specimen's contribution to the mean area, minus its expectation, to the sum of its group. */
function addInfluence(
	{ positives, negatives }: Fold,
	own: number,
	influence: Map<string, number>,
	folds: number,
): void {
	const push = (group: string, amount: number): void => {
		influence.set(group, (influence.get(group) ?? 0) + amount / folds);
	};
	const sorted = (some: readonly Scored[]): Float64Array => Float64Array.from(some, ({ score }) => score).sort();
	const [won, lost] = [sorted(negatives), sorted(positives)];
	for (const { group, score } of positives) push(group, (wonShare(score, won) - own) / positives.length);
	for (const { group, score } of negatives) push(group, (1 - wonShare(score, lost) - own) / negatives.length);
}
