import { textsOf } from "../../formula/values.ts";
import type { Table } from "../../table/table.ts";
import { distinct } from "./rating-table.ts";

/** More periods than this have a slope instead of a mean each. */
const MOST_PERIODS = 8;

export const STYLE_TERMS = ["I(length/100)", "formatting", "questions"] as const;

/** The terms that these data can tell apart: a variable with one value explains nothing. */
export function fixedTerms(table: Table): string[] {
	const varies = (name: string): boolean => distinct(table, name) > 1;
	const periods = distinct(table, "period");
	const isTopicFree =
		varies("topic") && !followsFrom(table, "topic", "period") && !followsFrom(table, "period", "topic");
	return [
		"arm",
		...(periods > 1 ? [periods > MOST_PERIODS ? "period" : "factor(period)"] : []),
		...(isTopicFree ? ["topic"] : []),
		...(varies("place") && !followsFrom(table, "place", "arm") ? ["place"] : []),
	];
}

/** Style terms with variation. Empty if no reply was measured. */
export const styleTerms = (table: Table): string[] =>
	STYLE_TERMS.filter((term) => distinct(table, term === "I(length/100)" ? "length" : term) > 1);

/** A participant's level, and how their level differs from arm to arm where they rate the same arm more than once. */
export function randomTerms(table: Table): string[] {
	const people = distinct(table, "participant");
	if (people === table.rows) return [];
	const cells = cellsOf(table, ["participant", "arm"]);
	const repeats = cells < table.rows / 1.5 && cells > people;
	return ["(1 | participant)", ...(repeats ? ["(1 | participant:arm)"] : [])];
}

/** Whether each value of `name` occurs with one value of `given`. */
function followsFrom(table: Table, name: string, given: string): boolean {
	return cellsOf(table, [name, given]) === distinct(table, given);
}

function cellsOf(table: Table, names: readonly string[]): number {
	const columns = names.map((name) => textsOf(table.columns.get(name) ?? { kind: "text", values: [] }));
	const keys = Array.from({ length: table.rows }, (_, row) => columns.map((column) => column[row]).join("\u0000"));
	return new Set(keys).size;
}
