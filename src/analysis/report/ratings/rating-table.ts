import { type Table, tableOf } from "../../table/table.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { RatingRow } from "../tables/study-tables.ts";

/** One question about replies or conversations: an item of a form, or the score of single replies. */
export type Outcome = {
	/** `<form>.<item>`, or `choice`. */
	readonly id: string;
	/** The response's name in formulas: the item's id, or `score`. */
	readonly response: string;
	readonly rows: readonly RatingRow[];
	/** Ratings that were given as "does not apply". */
	readonly notApplicable: number;
	readonly scale: readonly [min: number, max: number] | null;
};

/** Numbers that rate no single arm, such as an item about panes beside each other. For prespecified models alone: they have no `arm`. */
export function armlessOutcomes({ answers, ratings, conversations }: PoolTables): Outcome[] {
	const rated = new Set(ratings.map(idOf));
	const known = new Map(conversations.map((one) => [one.conversationId, one]));
	const numbers = answers.filter(
		({ kind, form, item }) => ["vas", "likert", "number"].includes(kind) && !rated.has(`${form}.${item}`),
	);
	const groups = Map.groupBy(numbers, ({ form, item }) => `${form}.${item}`);
	return [...groups].map(([id, rows]) => {
		const given = rows.filter(({ value }) => typeof value === "number");
		return {
			id,
			response: responseName(rows[0]?.item ?? ""),
			rows: given.map(({ kind: _kind, correct: _correct, conversationId, value, ...row }): RatingRow => {
				const about = known.get(conversationId ?? "");
				return {
					...row,
					conversation: about?.conversation ?? "",
					conversationId: conversationId ?? "",
					layout: about?.layout ?? "",
					position: about?.position ?? 0,
					predecessor: null,
					label: "",
					source: "form",
					turn: null,
					slot: null,
					value: typeof value === "number" ? value : null,
					min: null,
					max: null,
					chosen: null,
				};
			}),
			notApplicable: rows.length - given.length,
			scale: null,
		};
	});
}

/** All outcomes with rows, in the order of their first row. */
export function outcomesOf({ ratings }: PoolTables): Outcome[] {
	const groups = Map.groupBy(ratings, idOf);
	return [...groups].map(([id, rows]) => {
		const [first] = rows;
		const given = rows.filter(({ value }) => value !== null);
		return {
			id,
			response: first?.source === "choice" ? "score" : responseName(first?.item ?? ""),
			rows: given,
			notApplicable: rows.length - given.length,
			scale: scaleOf(rows),
		};
	});
}

/** Names that formulas use for something else, or cannot spell. */
export const VARIABLES = [
	"participant",
	"arm",
	"period",
	"topic",
	"sequence",
	"predecessor",
	"place",
	"turn",
	"length",
	"formatting",
	"questions",
	"weight",
];
export const responseName = (item: string): string =>
	/^[A-Za-z][A-Za-z0-9_.]*$/.test(item) && !VARIABLES.includes(item) ? item : "value";

const idOf = ({ source, form, item }: RatingRow): string => (source === "choice" ? "choice" : `${form}.${item}`);

function scaleOf(rows: readonly RatingRow[]): readonly [number, number] | null {
	const [first] = rows;
	if (!first || first.min === null || first.max === null) return null;
	return rows.every(({ min, max }) => min === first.min && max === first.max) ? [first.min, first.max] : null;
}

/** The variables that formulas can use, one row for each rating. */
export function ratingTable({ rows, response }: Outcome, pool: PoolTables): Table {
	const sequences = new Map(pool.sessions.map(({ session, sequence }) => [session, sequence]));
	const styles = rows.map((row) =>
		row.source === "choice"
			? pool.replyStyle(row.conversationId, row.turn, row.slot)
			: pool.styleOf(row.conversationId, row.label),
	);
	const named = (label: string): string => pool.nameOf(label);
	const values = rows.map(({ value }) => value);
	return tableOf({
		participant: rows.map(({ participant }) => participant),
		arm: rows.map(({ label }) => (label === "" ? null : named(label))),
		period: rows.map(({ position }) => (position === 0 ? null : position)),
		topic: rows.map(({ conversation }) => conversation || null),
		sequence: rows.map(({ session }) => (sequences.get(session) ?? []).map(named).join(" ") || null),
		predecessor: rows.map(({ predecessor }) => (predecessor === null ? null : named(predecessor))),
		place: rows.map(({ slot }) => slot),
		turn: rows.map(({ turn }) => turn),
		length: styles.map((style) => style?.characters ?? null),
		formatting: styles.map((style) => style?.formatting ?? null),
		questions: styles.map((style) => style?.questions ?? null),
		value: values,
		...(response === "value" ? {} : { [response]: values }),
	});
}

/** How many different values a column has, without missing ones. */
export function distinct(table: Table, name: string): number {
	const column = table.columns.get(name);
	if (!column) return 0;
	const present = Array.from<string | number | null>(column.values).filter(
		(value) => value !== null && !Number.isNaN(value),
	);
	return new Set(present).size;
}
