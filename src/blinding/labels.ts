import type { AllocationExport } from "../randomisation/allocation-export.ts";
import type { Difference } from "../randomisation/difference.ts";
import { below, type RandomStream, randomStream, shuffle } from "../randomisation/generator.ts";
import { asLabel, labelText } from "../randomisation/label-text.ts";
import type { ArmLabel } from "../randomisation/plan.ts";

/** Without vowels no label is a word; without 0 and 1 none is misread; no letter comes twice in one study. */
const LETTERS = [..."BCDFGHJKLMNPQRSTVWXZ"];
const DIGITS = [..."23456789"];

/** Neutral names such as `K7`, drawn: neither a letter nor a digit says anything of the arms' order. At most 20. */
export function drawLabels(count: number, stream: RandomStream): ArmLabel[] {
	if (count > LETTERS.length) throw new RangeError(`no ${count} letters to name arms by`);
	const digit = () => DIGITS[below(stream, DIGITS.length)] ?? "2";
	return shuffle(stream, LETTERS)
		.slice(0, count)
		.map((letter) => asLabel(`${letter}${digit()}`));
}

/** By arm, in the protocol's order of arms. From the study's seed, so that their drawing can be checked with the rest. */
export const labelsOf = (seed: string, arms: number): ArmLabel[] => drawLabels(arms, randomStream(seed, ["labels"]));

/** Do the labels of an unblinded export stand for the arms that the seed drew them for? Nothing, where it names no arms. */
export function labelDifferences({ seed, arms = [] }: AllocationExport): Difference[] {
	const drawn = labelsOf(seed, arms.length).map(labelText);
	return arms.flatMap(({ arm, label }, index) => {
		const detail = `the label of ${arm} is ${label} in the export, and the seed draws ${drawn[index]}`;
		return label === drawn[index] ? [] : [{ index: null, session: null, detail }];
	});
}
