import type { Formula, FunctionName } from "./formula.ts";
import {
	add,
	compare,
	divide,
	floor,
	multiply,
	negate,
	ONE,
	type Rational,
	rational,
	rounded,
	subtract,
	ZERO,
} from "./rational.ts";

/** The values of a name for one participant: one for most, several for answers that are given after each conversation. */
export type Values = (name: string) => readonly (Rational | string)[];

type Value = Rational | string;

/** The value of a formula for one participant. Null if an answer is missing, or for a division by zero. */
export function evaluate(formula: Formula, values: Values): Rational | null {
	const value = resultOf(formula, values);
	return typeof value === "string" ? null : value;
}

function resultOf(formula: Formula, values: Values): Value | null {
	switch (formula.kind) {
		case "number":
		case "text":
			return formula.value;
		case "name":
			return values(formula.name)[0] ?? null;
		case "negative": {
			const of = evaluate(formula.of, values);
			return of && negate(of);
		}
		case "operation":
			return operated(formula.operator, resultOf(formula.left, values), resultOf(formula.right, values));
		case "call":
			return called(formula.name, formula.given, values);
	}
}

const truth = (is: boolean): Rational => (is ? ONE : ZERO);

function operated(operator: string, left: Value | null, right: Value | null): Rational | null {
	if (left === null || right === null) return null;
	if (typeof left === "string" || typeof right === "string") {
		if (operator !== "==" && operator !== "!=") return null;
		return truth((left === right) === (operator === "=="));
	}
	switch (operator) {
		case "+":
			return add(left, right);
		case "-":
			return subtract(left, right);
		case "*":
			return multiply(left, right);
		case "/":
			return divide(left, right);
		case "<":
			return truth(compare(left, right) < 0);
		case "<=":
			return truth(compare(left, right) <= 0);
		case ">":
			return truth(compare(left, right) > 0);
		case ">=":
			return truth(compare(left, right) >= 0);
		case "==":
			return truth(compare(left, right) === 0);
		default:
			return truth(compare(left, right) !== 0);
	}
}

function called(name: FunctionName, given: readonly Formula[], values: Values): Value | null {
	const [first, second, third] = given;
	if (!first) return null;
	if (name === "default") return resultOf(first, values) ?? (second ? resultOf(second, values) : null);
	if (name === "if") {
		const condition = evaluate(first, values);
		const chosen = condition && (condition.n === 0n ? third : second);
		return chosen ? resultOf(chosen, values) : null;
	}
	if (name === "count")
		return rational(BigInt(given.flatMap((each) => listOf(each, values)).filter((each) => each !== null).length));
	const list = given.flatMap((each) => listOf(each, values));
	if (list.some((each) => each === null || typeof each === "string")) return null;
	return aggregated(name, list as Rational[]);
}

/** An answer given several times is several values. */
const listOf = (formula: Formula, values: Values): readonly (Value | null)[] =>
	formula.kind === "name" ? values(formula.name) : [resultOf(formula, values)];

function aggregated(name: FunctionName, list: readonly Rational[]): Rational | null {
	const [first, ...rest] = list;
	if (name === "sum") return list.reduce(add, ZERO);
	if (!first) return null;
	switch (name) {
		case "min":
			return rest.reduce((least, each) => (compare(each, least) < 0 ? each : least), first);
		case "max":
			return rest.reduce((most, each) => (compare(each, most) > 0 ? each : most), first);
		case "mean":
			return divide(list.reduce(add, ZERO), rational(BigInt(list.length)));
		case "floor":
			return rational(floor(first));
		default:
			return rational(rounded(first));
	}
}
