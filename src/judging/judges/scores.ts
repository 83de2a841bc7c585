import type { RubricItem } from "../rubrics/rubric.ts";
import type { JudgedItems } from "./answer.ts";
import { PREFERENCES, valuesOf } from "./answer-schema.ts";
import type { PlannedJudgement } from "./plan.ts";

/** A judgement with its result: `items` is null if two answers were unusable. */
export type Judged = Pick<PlannedJudgement, "unit" | "judge" | "repeat" | "swapped"> & {
	readonly items: Readonly<Record<string, Pick<JudgedItems[string], "value">>> | null;
};

/** The value of one item in one judgement. A category is stored as its index in the item's values. */
export type ItemScore = Pick<PlannedJudgement, "unit" | "judge" | "repeat" | "swapped"> & {
	/** Null if the item does not apply, or no answer was usable. */
	readonly value: number | null;
};

/** The scores of one item, one for each judgement. Agreement and calibration use these. */
export function scoresOf(judged: readonly Judged[], item: RubricItem): ItemScore[] {
	const scored = scoreIn(item);
	return judged.map(({ unit, judge, repeat, swapped, items }) => {
		const value = items?.[item.id]?.value ?? null;
		return { unit, judge, repeat, swapped, value: value === null ? null : scored(value) };
	});
}

/** A value as a number: a category is its index in the item's values. Null for a value that the item does not have. */
export function scoreIn(item: RubricItem): (value: number | string) => number | null {
	const places = new Map(valuesOf(item).map((value, place) => [value, item.scale.kind === "integer" ? value : place]));
	return (value) => {
		const place = places.get(value);
		return typeof place === "number" ? place : null;
	};
}

export type PairAnswers = {
	readonly pair: string;
	readonly judge: string;
	readonly repeat: number;
	readonly asGiven: (typeof PREFERENCES)[number];
	readonly swapped: (typeof PREFERENCES)[number];
};

/** Pairs that one judge judged in both orders in one repeat. Pairs with only one usable answer are left out. */
export function pairAnswers(scores: readonly ItemScore[]): PairAnswers[] {
	const other = new Map(scores.filter(({ swapped }) => swapped).map((score) => [keyOf(score), score.value]));
	return scores.flatMap((score) => {
		const [asGiven, swapped] = [PREFERENCES[score.value ?? -1], PREFERENCES[other.get(keyOf(score)) ?? -1]];
		if (score.swapped || asGiven === undefined || swapped === undefined) return [];
		return [{ pair: score.unit, judge: score.judge, repeat: score.repeat, asGiven, swapped }];
	});
}

const keyOf = ({ unit, judge, repeat }: ItemScore): string => JSON.stringify([unit, judge, repeat]);
