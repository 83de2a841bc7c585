import { below, type RandomStream, randomStream, shuffle } from "../../randomisation/draw/generator.ts";
import { POOLS, type Pool } from "../../randomisation/draw/pool.ts";
import { asLabel, labelText } from "../../randomisation/plan/label-text.ts";
import type { ArmLabel } from "../../randomisation/plan/plan.ts";
import type { AllocationExport } from "../../randomisation/verify/allocation-export.ts";
import { type Difference, whole } from "../../randomisation/verify/difference.ts";

/** Without vowels no label is a word; without 0 and 1 none is misread. */
const LETTERS = [..."BCDFGHJKLMNPQRSTVWXZ"];
const DIGITS = [..."23456789"];

/**
 * Draws neutral names such as `K7`. Neither letter nor digit depends on the order of the arms. No name is in `taken`. Up
 * to 20 arms each have their own letter. The algorithm for up to 20 is fixed, because existing studies are verified with
 * it.
 */
export const drawLabels = (count: number, stream: RandomStream, taken: ReadonlySet<string> = new Set()): ArmLabel[] =>
	count <= LETTERS.length ? ownLetters(count, stream, taken) : sharedLetters(count, stream, taken);

function ownLetters(count: number, stream: RandomStream, taken: ReadonlySet<string>): ArmLabel[] {
	const named = (letter: string): string => {
		const label = `${letter}${DIGITS[below(stream, DIGITS.length)] ?? "2"}`;
		return taken.has(label) ? named(letter) : label;
	};
	return shuffle(stream, LETTERS)
		.slice(0, count)
		.map((letter) => asLabel(named(letter)));
}

/**
 * For more arms than letters: draws rounds of one label per letter, each with a digit that is free for the letter. The
 * last shuffle mixes the rounds. Throws a RangeError if all 160 labels are taken.
 */
function sharedLetters(count: number, stream: RandomStream, taken: ReadonlySet<string>): ArmLabel[] {
	const drawn: string[] = [];
	const freeOf = (letter: string) =>
		DIGITS.map((digit) => letter + digit).filter((label) => !taken.has(label) && !drawn.includes(label));
	while (drawn.length < count) {
		const letters = LETTERS.filter((letter) => freeOf(letter).length > 0);
		if (letters.length === 0) throw new RangeError(`no ${count} labels are left`);
		for (const letter of shuffle(stream, letters).slice(0, count - drawn.length)) {
			const free = freeOf(letter);
			drawn.push(...free.slice(below(stream, free.length)).slice(0, 1));
		}
	}
	return shuffle(stream, drawn).map(asLabel);
}

/**
 * By arm, in the protocol's order. Drawn from the study's seed, so that verification can draw them again. Used until
 * `crossover-plan/2`, when all pools shared their labels.
 */
export const labelsOf = (seed: string, arms: number): ArmLabel[] => drawLabels(arms, randomStream(seed, ["labels"]));

/**
 * By pool, then by arm. No label is in two pools: if a researcher in a pilot asks an arm who it is, no participant's
 * row has that label.
 */
export function poolLabelsOf(seed: string, arms: number): Readonly<Record<Pool, readonly ArmLabel[]>> {
	const taken = new Set<string>();
	const of = (pool: Pool) => {
		const drawn = drawLabels(arms, randomStream(seed, ["labels", pool]), taken);
		for (const label of drawn) taken.add(labelText(label));
		return drawn;
	};
	return { live: of("live"), pilot: of("pilot"), simulated: of("simulated") };
}

/** Differences between the labels in an unblinded export and those that the seed gives. Empty if the export names no arms. */
export function labelDifferences({ seed, log, arms = [] }: AllocationExport): Difference[] {
	const [first] = log;
	const byPool = first?.entry.kind === "opened" && first.entry.opening.poolLabels !== undefined;
	const pools: readonly (Pool | undefined)[] = byPool ? [...POOLS, undefined] : [undefined];
	return pools.flatMap((pool) => {
		const rows = byPool ? arms.filter((row) => row.pool === pool) : arms;
		const count = byPool ? new Set(arms.map(({ arm }) => arm)).size : arms.length;
		const labels = byPool ? pool && poolLabelsOf(seed, count)[pool] : labelsOf(seed, count);
		return rows.flatMap(({ arm, label }, index) => {
			const drawn = labels?.[index];
			if (drawn !== undefined && label === labelText(drawn)) return [];
			const draws = drawn === undefined ? "none" : labelText(drawn);
			return [whole(`the label of ${arm} is ${label} in the export, but the seed gives ${draws}`)];
		});
	});
}
