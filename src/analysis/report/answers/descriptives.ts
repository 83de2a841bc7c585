import { meanEstimate, shareEstimate } from "../../agreement/ranking-agreement.ts";
import { mean, variance } from "../../numeric/arrays.ts";
import { type Estimate, fromInterval } from "../estimate.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { AnswerRow } from "../tables/study-tables.ts";

/** The answers to an item that rates no arm. */
export type Descriptive = {
	readonly outcome: string;
	/** `mean`, `share of <option>`, or `share who passed the check`. */
	readonly what: string;
	readonly answers: number;
	readonly notApplicable: number;
	/** Of means: the standard deviation of participants' means. */
	readonly sd?: number;
} & Estimate;

const NUMBERS = ["vas", "likert", "number"];

/**
 * Items of forms whose answers are of no single arm: about the participant, about panes beside each other, or about the study.
 * Guesses are left out, because the check of blinding has them.
 */
export function descriptivesOf({ answers, ratings }: Pick<PoolTables, "answers" | "ratings">): Descriptive[] {
	const rated = new Set(ratings.map(({ form, item }) => `${form}.${item}`));
	const groups = Map.groupBy(answers, ({ form, item }) => `${form}.${item}`);
	return [...groups].flatMap(([outcome, rows]) => (rated.has(outcome) ? [] : ofItem(outcome, rows)));
}

function ofItem(outcome: string, rows: readonly AnswerRow[]): Descriptive[] {
	const given = rows.filter(({ value }) => value !== null);
	const about = { outcome, answers: given.length, notApplicable: rows.length - given.length };
	const checks = rows.filter(({ correct }) => correct !== null);
	if (checks.length > 0)
		return [{ ...about, what: "share who passed the check", ...share(checks, (row) => row.correct === true) }];
	const [first] = given;
	if (!first) return [];
	if (NUMBERS.includes(first.kind)) return [{ ...about, what: "mean", ...meanOf(given) }];
	if (first.kind !== "choice" && first.kind !== "choices") return [];
	const options = [...new Set(given.flatMap(optionsIn))].sort();
	return options.map((option) => ({
		...about,
		what: `share of ${option}`,
		...share(given, (row) => optionsIn(row).includes(option)),
	}));
}

const optionsIn = ({ value }: AnswerRow): string[] =>
	Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];

function meanOf(rows: readonly AnswerRow[]): Estimate & { readonly sd?: number } {
	const means = bySession(rows, ({ value }) => Number(value)).filter(Number.isFinite);
	const estimate = fromInterval(meanEstimate(means), "Mean of participants' means; t interval");
	return { ...estimate, ...(means.length > 1 && { sd: Math.sqrt(variance(means)) }) };
}

/** Wilson's interval takes answers as independent, so answers of one participant to a repeated item are averaged first. */
function share(rows: readonly AnswerRow[], isOne: (row: AnswerRow) => boolean): Estimate {
	const shares = bySession(rows, (row) => Number(isOne(row)));
	return shares.length === rows.length
		? fromInterval(shareEstimate(shares), "Share of participants; Wilson's interval")
		: fromInterval(meanEstimate(shares), "Mean of participants' shares; t interval");
}

const bySession = (rows: readonly AnswerRow[], of: (row: AnswerRow) => number): number[] =>
	[...Map.groupBy(rows, ({ session }) => session).values()].map((own) => mean(own.map(of)));
