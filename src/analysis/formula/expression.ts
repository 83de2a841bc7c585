import { numberText } from "../table/number-text.ts";

/** An expression in R's notation. Operators are calls with the operator as `name`; parentheses are calls of `(`. */
export type Expression =
	| { readonly kind: "number"; readonly value: number }
	| { readonly kind: "string"; readonly value: string }
	| { readonly kind: "name"; readonly name: string }
	| { readonly kind: "call"; readonly name: string; readonly arguments: readonly Argument[] };

export type Argument = { readonly name?: string; readonly value: Expression };

export type Call = Extract<Expression, { kind: "call" }>;

export const call = (name: string, ...values: Expression[]): Call => ({
	kind: "call",
	name,
	arguments: values.map((value) => ({ value })),
});

/** The operands of an operator: one for a prefix operator, two for an infix operator. */
export const operands = (expression: Call): readonly Expression[] => expression.arguments.map(({ value }) => value);

export const isCall = (expression: Expression, name: string, count?: number): expression is Call =>
	expression.kind === "call" &&
	expression.name === name &&
	(count === undefined || expression.arguments.length === count);

/** A formula that cannot be parsed, or that the data or the model do not support. The message says what to do. */
export class FormulaError extends Error {
	override readonly name = "FormulaError";
}

const TIGHT = new Set(["^", ":", "/", "%%"]);
const INFIX = new Set(["+", "-", "*", "/", "^", ":", "~", "|", "||", "&", "&&", "==", "!=", "<", "<=", ">", ">="]);

/** The text of R's `deparse`, which R uses to name coefficients: `I(length/100)`, `poly(x, 2)`. */
export function deparse(expression: Expression): string {
	if (expression.kind === "number") return numberText(expression.value);
	if (expression.kind === "string") return JSON.stringify(expression.value);
	if (expression.kind === "name") return quoted(expression.name);
	const texts = expression.arguments.map(({ name, value }) =>
		name === undefined ? deparse(value) : `${name} = ${deparse(value)}`,
	);
	const [first = "", second] = texts;
	if (expression.name === "(") return `(${first})`;
	if (second === undefined && (expression.name === "-" || expression.name === "+" || expression.name === "!"))
		return `${expression.name}${first}`;
	if (second !== undefined && texts.length === 2 && isInfix(expression.name))
		return TIGHT.has(expression.name) ? `${first}${expression.name}${second}` : `${first} ${expression.name} ${second}`;
	return `${expression.name}(${texts.join(", ")})`;
}

const isInfix = (name: string): boolean => INFIX.has(name) || /^%.*%$/.test(name);

/** Puts names that R would not parse as a name between backticks. */
const quoted = (name: string): string => (/^(\p{L}|\.(?![0-9]))[\p{L}\p{N}._]*$/u.test(name) ? name : `\`${name}\``);

/** All names of columns in the expression, in order of appearance. */
export function namesIn(expression: Expression): string[] {
	if (expression.kind === "name") return [expression.name];
	return expression.kind === "call" ? expression.arguments.flatMap(({ value }) => namesIn(value)) : [];
}
