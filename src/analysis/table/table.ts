/**
 * A table of data. A column contains numbers (missing: NaN), texts (missing: null), or truth values (missing: NaN), with the
 * types of R's `read.csv`.
 */
export type Column =
	| { readonly kind: "number"; readonly values: Float64Array }
	| { readonly kind: "logical"; readonly values: Float64Array }
	| { readonly kind: "text"; readonly values: readonly (string | null)[] };

export type Table = { readonly rows: number; readonly columns: ReadonlyMap<string, Column> };

const MISSING = new Set(["", "NA", "N/A"]);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const SPECIAL: Readonly<Record<string, number>> = {
	NaN: Number.NaN,
	Inf: Number.POSITIVE_INFINITY,
	"-Inf": Number.NEGATIVE_INFINITY,
};
const TRUTH: Readonly<Record<string, number>> = { TRUE: 1, T: 1, True: 1, true: 1, FALSE: 0, F: 0, False: 0, false: 0 };

/** More digits than a number can hold: as numbers, such ids would become equal. */
const LONG_ID = /^\d{16,}$/;

/** A column from the cells of a file. Numbers may be quoted. One cell that is not a number, or is a long id, makes the column text. */
export function columnOf(cells: readonly string[]): Column {
	const texts = cells.map((cell) => cell.trim());
	const present = texts.filter((text) => !MISSING.has(text));
	if (present.every((text) => (NUMBER.test(text) && !LONG_ID.test(text)) || text in SPECIAL))
		return { kind: "number", values: Float64Array.from(texts, numberFrom) };
	if (present.every((text) => text in TRUTH))
		return { kind: "logical", values: Float64Array.from(texts, (text) => TRUTH[text] ?? Number.NaN) };
	return { kind: "text", values: texts.map((text) => (MISSING.has(text) ? null : text)) };
}

const numberFrom = (text: string): number => SPECIAL[text] ?? (MISSING.has(text) ? Number.NaN : Number(text));

/** A table from columns by name, for callers without a file. Undefined and null are missing. */
export function tableOf(columns: Readonly<Record<string, Cells>>): Table {
	const typed = Object.entries(columns).map(([name, values]) => [name, typedColumn(values)] as const);
	return { rows: typed[0]?.[1].values.length ?? 0, columns: new Map(typed) };
}

export type Cells = Float64Array | readonly (number | string | null)[];

function typedColumn(values: Cells): Column {
	const list: readonly (number | string | null)[] = [...values];
	if (list.every((value) => typeof value !== "string"))
		return {
			kind: "number",
			values: Float64Array.from(list, (value) => (value === null ? Number.NaN : Number(value))),
		};
	return { kind: "text", values: list.map((value) => (value === null ? null : String(value))) };
}

/** The rows with these indices, in this order; an index may occur several times. */
export function rowsOf(table: Table, indices: ArrayLike<number>): Table {
	const columns = [...table.columns].map(([name, column]) => [name, columnRows(column, indices)] as const);
	return { rows: indices.length, columns: new Map(columns) };
}

function columnRows(column: Column, indices: ArrayLike<number>): Column {
	const { kind, values } = column;
	if (kind === "text") return { kind, values: Array.from(indices, (index) => values[index] ?? null) };
	return { kind, values: Float64Array.from(indices, (index) => values[index] ?? Number.NaN) };
}

/** Levels in the order of R's `factor` for texts in an English locale: letters before case. Ties are resolved by code points. */
export function sortedLevels(levels: Iterable<string>): string[] {
	return [...new Set(levels)].sort((one, other) => ENGLISH.compare(one, other) || (one < other ? -1 : 1));
}

const ENGLISH = new Intl.Collator("en");
