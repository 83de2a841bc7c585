import type { Judged } from "../../../judging/judges/scores.ts";
import type { Rubric, RubricItem } from "../../../judging/rubrics/rubric.ts";
import type { AlphaWithInterval } from "../../judgements/judge-agreement.ts";
import type { Sampling } from "../../judgements/sampling.ts";
import { type Estimate, isMissing } from "../estimate.ts";
import type { JudgementRow } from "../tables/study-tables.ts";

export type JudgeMeasure = {
	readonly rubric: string;
	readonly item: string;
	/** A judge, `all judges` or `people`. */
	readonly judge: string;
	readonly measure: string;
} & Estimate;

/** How a part makes its measures: with draws of its own, about its rubric and item. */
export type Drawing = { readonly sampling: (what: string) => Sampling };
export type About = (judge: string, measure: string, found: Estimate) => JudgeMeasure;

/** Of texts or of participants. Few enough for the Worker. */
export const DRAWS = 200;

/** One judgement for each of its rows' ids. */
export function judgedIn(rows: readonly JudgementRow[], rubric: Rubric): Judged[] {
	const items = new Map(rubric.items.map((item) => [item.id, item]));
	return [...Map.groupBy(rows, ({ judgement }) => judgement).values()].flatMap((own) => {
		const [first] = own;
		if (!first) return [];
		const values = own.flatMap(({ item, value }) => {
			const known = item === null ? undefined : items.get(item);
			return known ? [[known.id, { value: typed(value, known) }] as const] : [];
		});
		const { unit, judge, repeat, swapped } = first;
		return [{ unit, judge, repeat, swapped, items: values.length === 0 ? null : Object.fromEntries(values) }];
	});
}

export const typed = (value: string | null, { scale }: RubricItem): number | string | null =>
	value === null || scale.kind !== "integer" ? value : Number(value);

export const isNumeric = ({ scale }: RubricItem): boolean => scale.kind === "integer";
export const scaleOf = (item: RubricItem) => (isNumeric(item) ? "interval" : "nominal");

export function alphaOf(alpha: AlphaWithInterval, method: string): Estimate {
	if (isMissing(alpha)) return { missing: alpha.missing };
	if (alpha.interval === null) return { missing: "Too few texts were judged twice for an interval." };
	return { estimate: alpha.alpha, lower: alpha.interval.lower, upper: alpha.interval.upper, n: alpha.units, method };
}
