import { type Table, tableOf } from "../../table/table.ts";
import { distinct, type Outcome } from "../ratings/rating-table.ts";
import type { JudgedScore } from "./judged-scores.ts";

/** An outcome's table with a column for each judged score: that of the rated reply, or the mean over the label's replies. */
export function withScores({ rows }: Outcome, table: Table, scores: readonly JudgedScore[]): Table {
	const columns = scores.map(({ name, ofReply, ofLabel }) => [
		name,
		rows.map(({ source, conversationId, turn, slot, label }) =>
			source === "choice" ? ofReply(conversationId, turn, slot) : ofLabel(conversationId, label),
		),
	]);
	return { ...table, columns: new Map([...table.columns, ...tableOf(Object.fromEntries(columns)).columns]) };
}

/** Scores of whole rubrics, such as `sycophancy1`, if they vary. Scores of their items would mostly repeat them. */
export const judgedTerms = (table: Table, scores: readonly JudgedScore[]): string[] =>
	scores.filter(({ item, name }) => item === null && distinct(table, name) > 1).map(({ name }) => name);
