import type { Column, Table } from "../table/table.ts";
import { dataFunctions } from "./data-functions.ts";
import { type Argument, type Call, deparse, type Expression, FormulaError, operands } from "./expression.ts";
import { plainFunctions } from "./plain-functions.ts";
import type { Arguments, Scope, Value } from "./values.ts";

/** The value of an expression for each row of the table. Throws a FormulaError for an unknown column or function. */
export function evaluate(expression: Expression, scope: Scope): Value {
	const { rows } = scope.table;
	switch (expression.kind) {
		case "number":
			return { kind: "number", values: new Float64Array(rows).fill(expression.value) };
		case "string":
			return { kind: "text", values: Array.from({ length: rows }, () => expression.value) };
		case "name":
			return constant(expression.name, rows) ?? columnValue(expression.name, scope.table);
		case "call":
			return evaluateCall(expression, scope);
	}
}

function constant(name: string, rows: number): Value | null {
	if (name === "TRUE" || name === "FALSE")
		return { kind: "logical", values: new Float64Array(rows).fill(name === "TRUE" ? 1 : 0) };
	return name === "pi" ? { kind: "number", values: new Float64Array(rows).fill(Math.PI) } : null;
}

function columnValue(name: string, table: Table): Column {
	const column = table.columns.get(name);
	if (column) return column;
	const known = [...table.columns.keys()].slice(0, 40).map((one) => `"${one}"`);
	throw new FormulaError(`The data have no column "${name}". They have ${known.join(", ")}.`);
}

function evaluateCall(expression: Call, scope: Scope): Value {
	const { name } = expression;
	if (name === "(" || name === "I") return evaluate(firstOf(expression), scope);
	if (name === "c") return list(expression);
	const isList = (argument: Argument): boolean => argument.value.kind === "call" && argument.value.name === "c";
	const valued = expression.arguments.map((argument) => ({
		name: argument.name,
		value: isList(argument) || isSetting(argument) ? listed(argument.value) : evaluate(argument.value, scope),
	}));
	const given: Arguments = {
		places: valued.flatMap((one) => (one.name === undefined || one.name === "x" ? one.value : [])),
		names: new Map(valued.flatMap((one) => (one.name === undefined ? [] : [[one.name, one.value] as const]))),
		text: deparse(expression),
	};
	const plain = plainFunctions.get(name);
	if (plain) return plain(given);
	const data = dataFunctions.get(name);
	if (data) return data(given, scope.memory);
	throw new FormulaError(unknownFunction(name));
}

/** A named argument other than `x` is a setting, not a value for each row. */
const isSetting = (argument: Argument): boolean => argument.name !== undefined && argument.name !== "x";

function firstOf(expression: Call): Expression {
	const [first] = operands(expression);
	if (first) return first;
	throw new FormulaError(`"${deparse(expression)}" needs an argument.`);
}

function listed(expression: Expression): Value {
	if (expression.kind === "call" && expression.name === "c") return list(expression);
	return evaluate(expression, { table: { rows: 1, columns: new Map() }, memory: new Map() });
}

/** `c("a", "b")`: only constants, not one value for each row. */
function list(expression: Call): Value {
	const items = operands(expression).map(listed);
	if (items.every((item) => item.kind === "text"))
		return { kind: "text", values: items.flatMap(({ values }) => [...values]) };
	if (items.every((item) => item.kind === "number"))
		return { kind: "number", values: Float64Array.from(items.flatMap(({ values }) => [...values])) };
	throw new FormulaError(`"${deparse(expression)}": list numbers or texts, not both.`);
}

function unknownFunction(name: string): string {
	const known = [...plainFunctions.keys(), ...dataFunctions.keys()].filter((one) => /^[a-z]/i.test(one));
	return `The function "${name}" is not supported. Supported are I, c, offset, ${known.join(", ")}. Compute other columns before the fit.`;
}
