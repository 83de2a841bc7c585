import { numberText } from "../table/number-text.ts";
import { sortedLevels, type Table } from "../table/table.ts";

/** The value of an expression for the rows of a table. Missing values are NaN, null, or the code -1. */
export type Value =
	| { readonly kind: "number"; readonly values: Float64Array }
	| { readonly kind: "logical"; readonly values: Float64Array }
	| { readonly kind: "text"; readonly values: readonly (string | null)[] }
	| { readonly kind: "matrix"; readonly columns: readonly Float64Array[]; readonly suffixes: readonly string[] }
	| Factor;

export type Factor = {
	readonly kind: "factor";
	readonly codes: Int32Array;
	readonly levels: readonly string[];
	readonly ordered: boolean;
};

/**
 * Parameters that functions such as `poly` and `factor` took from the fitted data, by the text of their call. They give an
 * expression the same meaning for other rows, like R's `predvars`.
 */
export type Memory = Map<string, unknown>;

export type Scope = { readonly table: Table; readonly memory: Memory };

/** Arguments of a call, by position and by name. */
export type Arguments = {
	readonly places: readonly Value[];
	readonly names: ReadonlyMap<string, Value>;
	readonly text: string;
};

/** Each row as text; null if missing. */
export function textsOf(value: Value): (string | null)[] {
	switch (value.kind) {
		case "text":
			return [...value.values];
		case "number":
			return numberTexts(value.values);
		case "logical":
			return Array.from(value.values, (one) => (Number.isNaN(one) ? null : one === 1 ? "TRUE" : "FALSE"));
		case "factor":
			return Array.from(value.codes, (code) => value.levels[code] ?? null);
		case "matrix":
			return [];
	}
}

/** Cached, because groups are often numbers, and formatting a number is slower than a look-up. */
function numberTexts(values: Float64Array): (string | null)[] {
	const known = new Map<number, string>();
	return Array.from(values, (value) => {
		if (Number.isNaN(value)) return null;
		const text = known.get(value) ?? numberText(value);
		known.set(value, text);
		return text;
	});
}

/** The default levels of a value: numbers by size, texts in English order, FALSE before TRUE. */
export function levelsOf(value: Value): string[] {
	if (value.kind === "factor") return [...value.levels];
	if (value.kind !== "number") return sortedLevels(textsOf(value).filter((text) => text !== null));
	const present = [...new Set(value.values)].filter((one) => !Number.isNaN(one)).sort((one, other) => one - other);
	return [...new Set(present.map(numberText))];
}

/** A value that is not one of the levels is missing, as in R. */
export function factorOf(value: Value, levels: readonly string[], ordered = false): Factor {
	const codeOf = new Map(levels.map((level, code) => [level, code]));
	const codes = Int32Array.from(textsOf(value), (text) => (text === null ? -1 : (codeOf.get(text) ?? -1)));
	return { kind: "factor", codes, levels, ordered };
}

export function isMissing(value: Value, row: number): boolean {
	switch (value.kind) {
		case "text":
			return (value.values[row] ?? null) === null;
		case "factor":
			return (value.codes[row] ?? -1) < 0;
		case "matrix":
			return value.columns.some((column) => Number.isNaN(column[row]));
		default:
			return Number.isNaN(value.values[row]);
	}
}

export function valueRows(value: Value, rows: Int32Array): Value {
	const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
	switch (value.kind) {
		case "text":
			return { kind: "text", values: Array.from(rows, (row) => value.values[row] ?? null) };
		case "factor":
			return { ...value, codes: Int32Array.from(rows, (row) => value.codes[row] ?? -1) };
		case "matrix":
			return { ...value, columns: value.columns.map(pick) };
		default:
			return { kind: value.kind, values: pick(value.values) };
	}
}
