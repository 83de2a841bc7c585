import type { Table } from "../table/table.ts";
import { completeRows, crossedFactor, factorsOnly, infiniteIn } from "./complete-rows.ts";
import { type Design, designOf } from "./design.ts";
import { evaluate } from "./evaluate.ts";
import { deparse, type Expression, FormulaError } from "./expression.ts";
import { type ModelFormula, type RandomTerm, readFormula } from "./model-formula.ts";
import type { Terms } from "./terms.ts";
import { type Factor, type Memory, type Value, valueRows } from "./values.ts";

/** A formula with the rows of a table that have all of its variables. */
export type ModelFrame = {
	readonly formula: ModelFormula;
	readonly table: Table;
	/** The table's rows that are used. */
	readonly rows: Int32Array;
	/** The number of rows left out because a variable of the model is missing. */
	readonly omitted: number;
	readonly response: Value;
	readonly fixed: Design;
	/** The sum of all offsets; null if the formula has none. */
	readonly offset: Float64Array | null;
	readonly random: readonly FramedRandomTerm[];
	/** Columns needed in addition to the formula, such as weights and clusters. */
	readonly extras: ReadonlyMap<string, Value>;
	readonly memory: Memory;
	/** Values of the variables on the used rows, by the variables' text. */
	readonly values: ReadonlyMap<string, Value>;
};

export type FramedRandomTerm = { readonly group: string; readonly grouping: Factor; readonly effects: Design };

/**
 * The variables of a formula on complete rows, with factors without unused levels: R's `model.frame` with `na.omit` and
 * `drop.unused.levels`. Throws a FormulaError.
 */
export function frameOf(text: string, table: Table, extraColumns: readonly string[] = []): ModelFrame {
	const formula = readFormula(text, [...table.columns.keys()]);
	const memory: Memory = new Map();
	const evaluated = (expression: Expression): Value => evaluate(expression, { table, memory });
	const extras = new Map(extraColumns.map((name) => [name, evaluated({ kind: "name", name })]));
	const all = new Map(expressionsIn(formula).map((expression) => [deparse(expression), evaluated(expression)]));
	const rows = completeRows([...all.values(), ...extras.values()], table.rows);
	const values = new Map([...all].map(([name, value]) => [name, factorsOnly(valueRows(value, rows))]));
	check(rows, all, values);
	const known = (expression: Expression): Value => values.get(deparse(expression)) ?? numberless;
	return {
		formula,
		table,
		rows,
		omitted: table.rows - rows.length,
		response: known(formula.response),
		fixed: designOf(formula.fixed, values, rows.length),
		offset: offsetOf(formula.fixed.offsets.map(known), rows.length),
		random: formula.random.map((term) => framedTerm(term, values, rows.length)),
		extras: new Map([...extras].map(([name, value]) => [name, valueRows(value, rows)])),
		memory,
		values,
	};
}

const numberless: Value = { kind: "number", values: new Float64Array() };

function expressionsIn({ response, fixed, random }: ModelFormula): Expression[] {
	const ofRandom = random.flatMap(({ effects, groupVariables }) => [...usedVariables(effects), ...groupVariables]);
	return [response, ...fixed.offsets, ...usedVariables(fixed), ...ofRandom];
}

function usedVariables({ variables, terms }: Terms): Expression[] {
	const used = new Set(terms.flat());
	return variables.filter((_, index) => used.has(index));
}

function framedTerm(term: RandomTerm, values: ReadonlyMap<string, Value>, rows: number): FramedRandomTerm {
	const groups = term.groupVariables.flatMap((variable) => values.get(deparse(variable)) ?? []);
	return { group: term.group, grouping: crossedFactor(groups), effects: designOf(term.effects, values, rows) };
}

function offsetOf(offsets: readonly Value[], rows: number): Float64Array | null {
	if (offsets.length === 0) return null;
	const total = new Float64Array(rows);
	for (const offset of offsets) {
		if (offset.kind !== "number") throw new FormulaError("An offset is a column of numbers.");
		offset.values.forEach((value, row) => {
			total[row] = (total[row] ?? 0) + value;
		});
	}
	return total;
}

function check(rows: Int32Array, all: ReadonlyMap<string, Value>, values: ReadonlyMap<string, Value>): void {
	if (rows.length === 0)
		throw new FormulaError(`No row has all of ${[...all.keys()].map((name) => `"${name}"`).join(", ")}.`);
	for (const [name, value] of values)
		if (infiniteIn(value))
			throw new FormulaError(`"${name}" has infinite values. Remove these rows, or use another transformation.`);
}
