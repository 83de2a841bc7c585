import type { Curvature } from "../likelihood/newton.ts";
import { add, at, indexAt } from "../numeric/arrays.ts";
import type { ChoiceSet, Choices } from "./choice-sets.ts";

/** Choices summed over participants, each counted as often as its weight says. */
export type Totals = { readonly counts: Float64Array; readonly chosen: Float64Array };

export function totalsOf({ sets, met, chosen, parameters }: Choices, weights: Float64Array): Totals {
	const counts = new Float64Array(sets.length);
	const total = new Float64Array(parameters.count);
	met.forEach((ofPerson, person) => {
		const weight = at(weights, person);
		if (weight === 0) return;
		for (const [set, times] of ofPerson) add(counts, set, weight * times);
		chosen[person]?.forEach((value, place) => {
			add(total, place, weight * value);
		});
	});
	return { counts, chosen: total };
}

/** Scratch memory that evaluations share. */
export type Scratch = { readonly probabilities: Float64Array; readonly expected: Float64Array };

export function scratchOf({ sets, parameters }: Choices): Scratch {
	const rows = sets.reduce((most, { starts }) => Math.max(most, starts.length - 1), 0);
	return { probabilities: new Float64Array(rows), expected: new Float64Array(parameters.count) };
}

/** The multinomial log likelihood of all stages, its slope and, if requested, its information. */
export function choiceCurvature(
	{ sets, parameters: { count } }: Choices,
	{ counts, chosen }: Totals,
	point: Float64Array,
	scratch: Scratch,
	withInformation = true,
): Curvature {
	const slope = Float64Array.from(chosen);
	const information = new Float64Array(withInformation ? count * count : 0);
	let value = chosen.reduce((total, feature, place) => total + feature * at(point, place), 0);
	sets.forEach((set, index) => {
		const times = at(counts, index);
		if (times === 0) return;
		value -= times * logSum(set, point, scratch.probabilities);
		expectation(set, scratch);
		for (const place of set.support) add(slope, place, -times * at(scratch.expected, place));
		if (withInformation) addInformation(set, scratch, times, information, count);
	});
	return { value, slope, information };
}

/** The log of the sum of worths. Also fills in the probabilities of the rows. */
function logSum({ starts, places, values }: ChoiceSet, point: Float64Array, probabilities: Float64Array): number {
	const rows = starts.length - 1;
	let largest = Number.NEGATIVE_INFINITY;
	for (let row = 0; row < rows; row += 1) {
		let total = 0;
		for (let entry = indexAt(starts, row); entry < indexAt(starts, row + 1); entry += 1)
			total += at(values, entry) * at(point, indexAt(places, entry));
		probabilities[row] = total;
		if (total > largest) largest = total;
	}
	let sum = 0;
	for (let row = 0; row < rows; row += 1) {
		const worth = Math.exp(at(probabilities, row) - largest);
		probabilities[row] = worth;
		sum += worth;
	}
	for (let row = 0; row < rows; row += 1) probabilities[row] = at(probabilities, row) / sum;
	return largest + Math.log(sum);
}

function expectation({ starts, places, values, support }: ChoiceSet, { probabilities, expected }: Scratch): void {
	for (const place of support) expected[place] = 0;
	for (let row = 0; row < starts.length - 1; row += 1)
		for (let entry = indexAt(starts, row); entry < indexAt(starts, row + 1); entry += 1)
			add(expected, indexAt(places, entry), at(probabilities, row) * at(values, entry));
}

/** Adds the covariance of the features, times `times`, to the lower triangle. */
function addInformation(
	{ starts, places, values, support }: ChoiceSet,
	{ probabilities, expected }: Scratch,
	times: number,
	information: Float64Array,
	count: number,
): void {
	for (let row = 0; row < starts.length - 1; row += 1) {
		const weight = times * at(probabilities, row);
		for (let one = indexAt(starts, row); one < indexAt(starts, row + 1); one += 1)
			for (let other = indexAt(starts, row); other < indexAt(starts, row + 1); other += 1) {
				const [i, j] = [indexAt(places, one), indexAt(places, other)];
				if (j <= i) add(information, i * count + j, weight * at(values, one) * at(values, other));
			}
	}
	for (const i of support)
		for (const j of support) if (j <= i) add(information, i * count + j, -times * at(expected, i) * at(expected, j));
}

/** Each participant's score at a point. */
export function scoresByPerson(choices: Choices, point: Float64Array): Float64Array[] {
	const scratch = scratchOf(choices);
	const expected = choices.sets.map((set) => {
		logSum(set, point, scratch.probabilities);
		expectation(set, scratch);
		return Float64Array.from(set.support, (place) => at(scratch.expected, place));
	});
	return choices.met.map((ofPerson, person) => {
		const score = Float64Array.from(choices.chosen[person] ?? []);
		for (const [index, times] of ofPerson)
			choices.sets[index]?.support.forEach((place, entry) => {
				add(score, place, -times * at(expected[index] ?? score, entry));
			});
		return score;
	});
}
