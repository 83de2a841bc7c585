import { scoreIn } from "../../../judging/judges/scores.ts";
import { type Rubric, type RubricItem, rubricName } from "../../../judging/rubrics/rubric.ts";
import { RUBRICS } from "../../../judging/rubrics/rubrics.ts";
import { mean } from "../../numeric/arrays.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { JudgementRow } from "../tables/study-tables.ts";

/** What judges scored in replies: the mean over all judges and repeats with a usable answer. */
export type JudgedScore = {
	/** `<rubric>.<item>`, or the rubric's name for the mean of its items. */
	readonly id: string;
	/** Its name in formulas, such as `sycophancy1.praise`. */
	readonly name: string;
	readonly rubric: string;
	/** Null for the mean of all items. */
	readonly item: string | null;
	readonly scale: readonly [min: number, max: number];
	/** Replies with a score. */
	readonly replies: number;
	readonly ofReply: (conversationId: string, turn: number | null, slot: string | null) => number | null;
	/** The mean over the replies of one label in one conversation. */
	readonly ofLabel: (conversationId: string, label: string) => number | null;
};

const key = (conversationId: string, turn: number | null, slot: string | null): string =>
	`${conversationId} ${turn} ${slot}`;

/** The scores of single replies on number scales, for each item and for each rubric as a whole. */
export function judgedScores(pool: PoolTables): JudgedScore[] {
	const byRubric = Map.groupBy(pool.judgements, ({ rubric }) => rubric);
	return RUBRICS.filter(({ judges }) => judges === "reply").flatMap((rubric) => {
		const own = byRubric.get(rubricName(rubric)) ?? [];
		if (own.length === 0) return [];
		const items = rubric.items.flatMap((item) => {
			const [scale, values] = [scaleOf(item), valuesByReply(own, item)];
			return scale && values.size > 0 ? [{ item, scale, values }] : [];
		});
		const [first] = items;
		if (!first) return [];
		const whole = { item: null, scale: first.scale, values: meansOf(items.map(({ values }) => values)) };
		return [whole, ...items].map(({ item, scale, values }) => scoreOf(rubric, item, scale, values, pool));
	});
}

function nameOf({ id, version }: Rubric, item: RubricItem | null): string {
	const short = `${id.replaceAll("-", "_")}${version}`;
	return item ? `${short}.${item.id}` : short;
}

/** The names of all scores of single replies that a formula can use. */
export const JUDGED_NAMES: readonly string[] = RUBRICS.filter(({ judges }) => judges === "reply").flatMap((rubric) => [
	nameOf(rubric, null),
	...rubric.items.map((item) => nameOf(rubric, item)),
]);

const scaleOf = ({ scale }: RubricItem) => (scale.kind === "integer" ? ([scale.min, scale.max] as const) : null);

type Values = ReadonlyMap<string, number>;

function valuesByReply(rows: readonly JudgementRow[], item: RubricItem): Values {
	const scored = scoreIn(item);
	const given = new Map<string, number[]>();
	for (const row of rows) {
		if (row.item !== item.id || row.value === null) continue;
		const value = scored(Number(row.value));
		if (value === null) continue;
		const place = key(row.conversationId, row.turn, row.slot);
		given.set(place, [...(given.get(place) ?? []), value]);
	}
	return new Map([...given].map(([place, values]) => [place, mean(values)]));
}

/** The mean of the items that apply to a reply. */
function meansOf(items: readonly Values[]): Values {
	const places = new Set(items.flatMap((values) => [...values.keys()]));
	return new Map([...places].map((place) => [place, mean(items.flatMap((values) => values.get(place) ?? []))]));
}

function scoreOf(
	rubric: Rubric,
	item: RubricItem | null,
	scale: JudgedScore["scale"],
	values: Values,
	pool: PoolTables,
): JudgedScore {
	const cells = new Map<string, number[]>();
	for (const { conversationId, turn, slot, label } of pool.replies) {
		const value = values.get(key(conversationId, turn, slot));
		const cell = `${conversationId} ${label}`;
		if (value !== undefined) cells.set(cell, [...(cells.get(cell) ?? []), value]);
	}
	const means = new Map([...cells].map(([cell, own]) => [cell, mean(own)]));
	return {
		id: item ? `${rubricName(rubric)}.${item.id}` : rubricName(rubric),
		name: nameOf(rubric, item),
		rubric: rubricName(rubric),
		item: item?.id ?? null,
		...{ scale, replies: values.size },
		ofReply: (conversationId, turn, slot) => values.get(key(conversationId, turn, slot)) ?? null,
		ofLabel: (conversationId, label) => means.get(`${conversationId} ${label}`) ?? null,
	};
}
