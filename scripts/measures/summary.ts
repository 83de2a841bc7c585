import { USER_FEATURES } from "../../src/judging/conversations/user-features.ts";
import { MEASURES } from "../../src/judging/measures/catalogue.ts";
import type { Measured } from "../../src/judging/measures/measure.ts";
import { type Cell, textTable } from "../statistics/text-table.ts";

type Rows = readonly Readonly<Record<string, Measured>>[];

/** Mean, spread and range of each measure, the number of missing values, and their most common reason. */
export function summaryText(rows: Rows, names: readonly string[]): string {
	const cells = names.map((name): Cell[] => {
		const values = rows.map((row) => row[name] ?? { missing: "It was not measured." });
		const numbers = values.filter((value) => typeof value === "number");
		const unit = [...MEASURES, ...USER_FEATURES].find((measure) => measure.name === name)?.unit ?? "";
		const [reason = ""] = mostCommon(values.flatMap((value) => (typeof value === "number" ? [] : [value.missing])));
		return [name, unit, numbers.length, mean(numbers), spread(numbers), least(numbers), most(numbers), reason];
	});
	return textTable(["measure", "unit", "n", "mean", "sd", "least", "most", "mostly missing because"], cells);
}

const mean = (values: readonly number[]): number | null =>
	values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function spread(values: readonly number[]): number | null {
	const centre = mean(values);
	if (centre === null || values.length < 2) return null;
	return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}

const least = (values: readonly number[]): number | null =>
	values.length === 0 ? null : values.reduce((one, other) => Math.min(one, other));
const most = (values: readonly number[]): number | null =>
	values.length === 0 ? null : values.reduce((one, other) => Math.max(one, other));

function mostCommon(texts: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts].sort(([, one], [, other]) => other - one).map(([text]) => text);
}
