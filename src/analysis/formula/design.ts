import { at } from "../numeric/arrays.ts";
import { type CodedColumns, type Coding, codingsOf, factorColumns } from "./coding.ts";
import { deparse } from "./expression.ts";
import type { Terms } from "./terms.ts";
import type { Value } from "./values.ts";

/** Columns of a model matrix, with the names and order of R's `model.matrix`. */
export type Design = {
	readonly names: readonly string[];
	readonly columns: readonly Float64Array[];
	/** The index in `terms` of each column's term; -1 for the intercept. */
	readonly termOf: readonly number[];
	readonly termNames: readonly string[];
};

/** The model matrix of these terms. `values` holds the variables' values by their text. */
export function designOf(terms: Terms, values: ReadonlyMap<string, Value>, rows: number): Design {
	const texts = terms.variables.map(deparse);
	const valueAt = (variable: number): Value | undefined => values.get(texts[variable] ?? "");
	const codings = codingsOf(terms, (variable) => valueAt(variable)?.kind === "factor");
	const parts = terms.terms.map((term, index) => {
		const coded = term.map((variable, place) =>
			variableColumns(valueAt(variable), codings[index]?.[place] ?? "contrasts", texts[variable] ?? ""),
		);
		return coded.reduce(multiplied);
	});
	const intercept = terms.intercept ? [{ suffixes: ["(Intercept)"], columns: [new Float64Array(rows).fill(1)] }] : [];
	const all = [...intercept, ...parts];
	return {
		names: all.flatMap(({ suffixes }) => suffixes),
		columns: all.flatMap(({ columns }) => columns),
		termOf: all.flatMap(({ columns }, index) => columns.map(() => index - intercept.length)),
		termNames: terms.terms.map((term) => term.map((variable) => texts[variable] ?? "").join(":")),
	};
}

function variableColumns(value: Value | undefined, coding: Coding, name: string): CodedColumns {
	if (!value || value.kind === "text") return { suffixes: [], columns: [] };
	if (value.kind === "number" || value.kind === "logical") return { suffixes: [name], columns: [value.values] };
	if (value.kind === "matrix")
		return { suffixes: value.suffixes.map((suffix) => name + suffix), columns: value.columns };
	const { suffixes, columns } = factorColumns(value, coding, name);
	return { suffixes: suffixes.map((suffix) => name + suffix), columns };
}

/** Products of every column of one with every column of the other; the first variable's columns vary fastest. */
function multiplied(one: CodedColumns, other: CodedColumns): CodedColumns {
	return {
		suffixes: other.suffixes.flatMap((right) => one.suffixes.map((left) => `${left}:${right}`)),
		columns: other.columns.flatMap((right) =>
			one.columns.map((left) => left.map((value, row) => value * at(right, row))),
		),
	};
}
