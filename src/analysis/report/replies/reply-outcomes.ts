import { type Outcome, responseName } from "../ratings/rating-table.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { RatingRow, ReplyStyle } from "../tables/study-tables.ts";
import type { JudgedScore } from "./judged-scores.ts";

export type ReplyOutcome = Outcome & {
	/** The style terms that are no other name of the outcome. */
	readonly ownTerm: string | null;
};

const STYLE: readonly (readonly [of: keyof ReplyStyle, term: string])[] = [
	["characters", "I(length/100)"],
	["formatting", "formatting"],
	["questions", "questions"],
];

/** What was measured or judged of the replies, as outcomes: one row for each label in a conversation, the mean of its replies. */
export function replyOutcomes(pool: PoolTables, scores: readonly JudgedScore[]): ReplyOutcome[] {
	const cells = cellsOf(pool);
	const measured = STYLE.map(([of, ownTerm]) =>
		outcomeOf(
			`reply.${of}`,
			responseName(of),
			cells,
			null,
			ownTerm,
			(row) => pool.styleOf(row.conversationId, row.label)?.[of] ?? null,
		),
	);
	const judged = scores.map(({ id, name, scale, ofLabel }) =>
		outcomeOf(id, name, cells, scale, null, ({ conversationId, label }) => ofLabel(conversationId, label)),
	);
	return [...measured, ...judged].filter(({ rows }) => rows.length > 0);
}

/** A label in a conversation, with what models need to know of it. */
type Cell = Omit<RatingRow, "value">;

function outcomeOf(
	id: string,
	response: string,
	cells: readonly Cell[],
	scale: Outcome["scale"],
	ownTerm: string | null,
	valueIn: (cell: Cell) => number | null,
): ReplyOutcome {
	const rows = cells.flatMap((cell): RatingRow[] => {
		const value = valueIn(cell);
		return value === null ? [] : [{ ...cell, value }];
	});
	return { id, response, rows, notApplicable: 0, scale, ownTerm };
}

function cellsOf({ replies, conversations }: PoolTables): Cell[] {
	const talks = new Map(conversations.map((talk) => [talk.conversationId, talk]));
	const byCell = Map.groupBy(replies, ({ conversationId, label }) => `${conversationId} ${label}`);
	return [...byCell.values()].flatMap((own): Cell[] => {
		const [reply] = own;
		const talk = reply && talks.get(reply.conversationId);
		if (!reply || !talk) return [];
		const { session, participant, pool, conversationId, label } = reply;
		const { conversation, layout, position, predecessor } = talk;
		// In a best-of, the place of a label changes from turn to turn.
		const slot = layout === "side-by-side" ? reply.slot : null;
		return [
			{
				...{ session, participant, pool, conversation, conversationId, layout, position, predecessor, label, slot },
				...{ source: "reply", turn: null, form: null, item: null, min: null, max: null, chosen: null },
			},
		];
	});
}
