import { type Design, designOf } from "../formula/design.ts";
import { evaluate } from "../formula/evaluate.ts";
import { deparse, type Expression, namesIn } from "../formula/expression.ts";
import type { ModelFrame } from "../formula/model-frame.ts";
import { factorOf, levelsOf, type Value } from "../formula/values.ts";
import { mean } from "../numeric/arrays.ts";
import { type Column, columnOf, rowsOf, type Table } from "../table/table.ts";

/** All combinations of the levels of the factors in a model's fixed terms, with covariates at their means. */
export type ReferenceGrid = {
	readonly table: Table;
	readonly design: Design;
	/** The offset of each row. */
	readonly offset: Float64Array;
	/** Columns with several values in the grid, with these values as texts. */
	readonly factors: ReadonlyMap<string, readonly string[]>;
	/** The value of each covariate in the grid. */
	readonly covariates: ReadonlyMap<string, number>;
};

/** A larger grid means a mistake in the formula. */
const MOST_ROWS = 500_000;

/** emmeans treats a numeric column with at most this many values as a factor (its option `cov.keep`). */
const VALUES_OF_A_FACTOR = 2;

const MAKES_FACTORS = new Set(["factor", "as.factor", "ordered", "relevel", "interaction", "as.character"]);

/** The reference grid of emmeans (Searle, Speed and Milliken 1980, Am Stat 34:216-221). Null if it would be too large. */
export function referenceGrid(frame: ModelFrame): ReferenceGrid | null {
	const used = rowsOf(frame.table, frame.rows);
	const { fixed } = frame.formula;
	const variables = [...fixed.variables, ...fixed.offsets];
	const names = [...new Set(variables.flatMap(namesIn))].filter((name) => used.columns.has(name));
	const asFactor = new Set(variables.flatMap(namesInFactors));
	const factors = new Map<string, readonly string[]>();
	const covariates = new Map<string, number>();
	for (const name of names) {
		const column = used.columns.get(name);
		if (!column) continue;
		const levels = levelsOf(column);
		if (column.kind !== "number" || asFactor.has(name) || levels.length <= VALUES_OF_A_FACTOR)
			factors.set(name, levels);
		else covariates.set(name, mean(column.values));
	}
	const rows = [...factors.values()].reduce((total, levels) => total * levels.length, 1);
	if (rows > MOST_ROWS) return null;
	const table = gridTable(used, factors, covariates, rows);
	return { table, design: gridDesign(frame, table), offset: gridOffset(frame, table), factors, covariates };
}

function namesInFactors(expression: Expression): string[] {
	if (expression.kind !== "call") return [];
	if (MAKES_FACTORS.has(expression.name)) return namesIn(expression);
	return expression.arguments.flatMap(({ value }) => namesInFactors(value));
}

/** The first factor varies fastest. */
function gridTable(
	used: Table,
	factors: ReadonlyMap<string, readonly string[]>,
	covariates: ReadonlyMap<string, number>,
	rows: number,
): Table {
	const columns = new Map<string, Column>();
	let repeat = 1;
	for (const [name, levels] of factors) {
		const each = repeat;
		const texts = Array.from({ length: rows }, (_, row) => levels[Math.floor(row / each) % levels.length] ?? "");
		columns.set(name, typedLike(used.columns.get(name), texts));
		repeat *= levels.length;
	}
	for (const [name, value] of covariates)
		columns.set(name, { kind: "number", values: new Float64Array(rows).fill(value) });
	return { rows, columns };
}

/** Keeps a text column as text, even if the grid has only levels such as "1" and "2". */
function typedLike(original: Column | undefined, texts: readonly string[]): Column {
	return original?.kind === "text" ? { kind: "text", values: texts } : columnOf(texts);
}

function gridDesign(frame: ModelFrame, table: Table): Design {
	const { fixed } = frame.formula;
	const values = new Map<string, Value>();
	for (const variable of fixed.variables) {
		const text = deparse(variable);
		const fitted = frame.values.get(text);
		if (!fitted) continue;
		const value = evaluate(variable, { table, memory: frame.memory });
		values.set(text, fitted.kind === "factor" ? factorOf(value, fitted.levels, fitted.ordered) : value);
	}
	return designOf(fixed, values, table.rows);
}

function gridOffset(frame: ModelFrame, table: Table): Float64Array {
	const total = new Float64Array(table.rows);
	for (const offset of frame.formula.fixed.offsets) {
		const value = evaluate(offset, { table, memory: frame.memory });
		if (value.kind === "number")
			value.values.forEach((one, row) => {
				total[row] = (total[row] ?? 0) + one;
			});
	}
	return total;
}
