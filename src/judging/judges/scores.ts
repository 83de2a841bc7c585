import type { RubricItem } from "../rubrics/rubric.ts";
import { PREFERENCES, valuesOf } from "./answer-schema.ts";
import type { Batch, PlannedJudgement } from "./plan.ts";
import type { JudgementRecord } from "./record.ts";

/** The value of one item in one judgement. A category is stored as its index in the item's values. */
export type ItemScore = Pick<PlannedJudgement, "unit" | "judge" | "repeat" | "swapped"> & {
	/** Null if the item does not apply, or no answer was usable. */
	readonly value: number | null;
};

/** The scores of one item, one for each judgement with a record. Agreement and calibration use these. */
export function scoresOf(batch: Batch, records: readonly JudgementRecord[], item: RubricItem): ItemScore[] {
	const recordsById = new Map(records.map((record) => [record.id, record]));
	const places = new Map(valuesOf(item).map((value, place) => [value, item.scale.kind === "integer" ? value : place]));
	return batch.judgements.flatMap(({ id, unit, judge, repeat, swapped }) => {
		const record = recordsById.get(id);
		if (record === undefined) return [];
		const place = places.get(record.items?.[item.id]?.value ?? "");
		return [{ unit, judge, repeat, swapped, value: typeof place === "number" ? place : null }];
	});
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
