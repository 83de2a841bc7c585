import { sha256Of } from "../../shared/json.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { valuesOf } from "../judges/answer-schema.ts";
import type { Rubric, RubricItem } from "../rubrics/rubric.ts";

/** One value by one labeller. */
export type HumanLabel = {
	readonly unit: string;
	readonly item: string;
	readonly labeller: string;
	/** Null if the item does not apply. */
	readonly value: number | string | null;
};

/** A row of a loaded file. */
export type LabelRow = Readonly<Record<string, string>>;

const COLUMNS = ["unit", "item", "labeller", "value"] as const;

/**
 * Labels from rows with the columns unit, item, labeller, value. If any row has a fault, all are rejected; each fault names its
 * row: after a header, the first one is row 2. An empty value or `NA` means that the item does not apply.
 */
export function readLabels(
	rows: readonly LabelRow[],
	rubric: Rubric,
	firstRow = 2,
): Result<readonly HumanLabel[], readonly string[]> {
	const absent = COLUMNS.filter((column) => !Object.hasOwn(rows[0] ?? {}, column));
	if (absent.length > 0) return err([`The file has no column ${absent.map((name) => `"${name}"`).join(", ")}.`]);
	const labels: HumanLabel[] = [];
	const faults: string[] = [];
	const seen = new Set<string>();
	for (const [index, row] of rows.entries()) {
		const label = labelIn(row, rubric);
		const key = JSON.stringify([row.unit, row.item, row.labeller]);
		if (!label.ok) faults.push(`Row ${index + firstRow}: ${label.error}`);
		else if (seen.has(key)) faults.push(`Row ${index + firstRow}: this person has labelled this unit and item before.`);
		else labels.push(label.value);
		seen.add(key);
	}
	return faults.length > 0 ? err(faults) : ok(labels);
}

function labelIn(row: LabelRow, rubric: Rubric): Result<HumanLabel, string> {
	const { unit = "", labeller = "" } = row;
	const item = rubric.items.find(({ id }) => id === row.item);
	if (unit === "" || labeller === "") return err("unit and labeller must not be empty.");
	if (item === undefined) return err(`"${row.item}" is no item of the rubric. Its items are ${idsOf(rubric)}.`);
	const value = valueIn(row.value ?? "", item);
	return value.ok ? ok({ unit, item: item.id, labeller, value: value.value }) : value;
}

const idsOf = ({ items }: Rubric): string => items.map(({ id }) => id).join(", ");

function valueIn(text: string, item: RubricItem): Result<number | string | null, string> {
	const trimmed = text.trim();
	if (trimmed === "" || trimmed === "NA")
		return item.notApplicable === undefined ? err(`"${item.id}" needs a value.`) : ok(null);
	const found = valuesOf(item).find((value) => String(value) === trimmed);
	return found === undefined ? err(`"${trimmed}" is not one of ${valuesOf(item).join(", ")}.`) : ok(found);
}

/** The mean label of each unit for one numeric item, without units for which a labeller found the item not applicable. */
export function meanLabels(labels: readonly HumanLabel[], item: string): ReadonlyMap<string, number> {
	const values = new Map<string, (number | null)[]>();
	for (const label of labels.filter((one) => one.item === item))
		values.set(label.unit, [...(values.get(label.unit) ?? []), typeof label.value === "number" ? label.value : null]);
	return new Map(
		[...values].flatMap(([unit, own]): [string, number][] => {
			const numbers = own.filter((value) => value !== null);
			return numbers.length < own.length ? [] : [[unit, numbers.reduce((sum, value) => sum + value, 0) / own.length]];
		}),
	);
}

/**
 * Units for people to label, ordered by a hash of the seed and the unit. The order is random and independent of arms and times,
 * so agreement on a subset is representative. A larger subset of the same seed contains the smaller one.
 */
export const subsetToLabel = (units: readonly string[], size: number, seed: string): string[] =>
	units
		.map((unit) => ({ unit, key: sha256Of(JSON.stringify([seed, unit])) }))
		.sort((one, other) => (one.key < other.key ? -1 : 1))
		.slice(0, Math.max(0, size))
		.map(({ unit }) => unit);
