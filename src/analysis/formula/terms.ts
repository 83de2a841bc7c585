import { call, deparse, type Expression, FormulaError, isCall, operands } from "./expression.ts";

/** A term: the indices in `variables` of the variables that it multiplies, ascending. */
export type Term = readonly number[];

/** The expanded right side of a formula, as in R's `terms.formula`. */
export type Terms = {
	readonly variables: readonly Expression[];
	/** Sorted by degree, then by the order in the formula. Without the intercept. */
	readonly terms: readonly Term[];
	readonly intercept: boolean;
	/** The arguments of `offset(…)`. */
	readonly offsets: readonly Expression[];
};

type Expanded = { readonly terms: readonly Term[]; readonly intercept: boolean | null };

/**
 * Expands `+ : * ^ %in% / -`, `0`, `1` and `.` as R does (Chambers and Hastie 1992, Statistical Models in S, chapter 2;
 * Wilkinson and Rogers 1973, Appl Stat 22:392-399). `.` stands for `columns`.
 */
export function expandTerms(expression: Expression, columns: readonly string[] = []): Terms {
	const expander = new Expander(columns);
	const { terms, intercept } = expander.expand(expression);
	const byDegree = [...terms].sort((one, other) => one.length - other.length);
	return { variables: expander.variables, terms: byDegree, intercept: intercept ?? true, offsets: expander.offsets };
}

class Expander {
	readonly variables: Expression[] = [];
	readonly offsets: Expression[] = [];
	readonly #columns: readonly string[];

	constructor(columns: readonly string[]) {
		this.#columns = columns;
	}

	expand(expression: Expression): Expanded {
		if (expression.kind === "number") return { terms: [], intercept: interceptOf(expression.value) };
		if (expression.kind === "name" && expression.name === ".")
			return only(this.#columns.map((name) => this.#dot(name)));
		if (expression.kind !== "call") return only([this.#variable(expression)]);
		const [left, right] = operands(expression);
		if (left && right) return this.#infix(expression.name, left, right) ?? only([this.#variable(expression)]);
		if (left && (expression.name === "(" || expression.name === "+")) return this.expand(left);
		if (left && expression.name === "-") return without(only([]), this.expand(left));
		if (left && isCall(expression, "offset", 1)) return only(this.#offset(left));
		return only([this.#variable(expression)]);
	}

	#infix(operator: string, left: Expression, right: Expression): Expanded | null {
		if (operator === "^") return this.#power(left, right);
		const known = ["+", "-", ":", "*", "/", "%in%"].includes(operator);
		if (!known) return null;
		const [one, other] = [this.expand(left), this.expand(right)];
		const intercept = other.intercept ?? one.intercept;
		switch (operator) {
			case "+":
				return { terms: union(one.terms, other.terms), intercept };
			case "-":
				return without(one, other);
			case ":":
				return { terms: crossed(one.terms, other.terms), intercept };
			case "*":
				return { terms: union(one.terms, other.terms, crossed(one.terms, other.terms)), intercept };
			case "/":
				return { terms: union(one.terms, crossed([all(one.terms)], other.terms)), intercept };
			default:
				return { terms: crossed(one.terms, [all(other.terms)]), intercept };
		}
	}

	#power(left: Expression, right: Expression): Expanded {
		const exponent = right.kind === "number" ? right.value : Number.NaN;
		if (!Number.isInteger(exponent) || exponent < 1)
			throw new FormulaError(
				`"${deparse(call("^", left, right))}": the power of terms must be a whole number of at least 1. For arithmetic write I(…).`,
			);
		const { terms, intercept } = this.expand(left);
		let product = terms;
		// Powers above the number of terms add nothing.
		for (let times = 1; times < Math.min(exponent, terms.length + 1); times += 1) product = crossed(product, terms);
		return { terms: product, intercept };
	}

	#offset(expression: Expression): Term[] {
		this.offsets.push(expression);
		return [];
	}

	#dot(name: string): Term {
		return this.#variable({ kind: "name", name });
	}

	#variable(expression: Expression): Term {
		const text = deparse(expression);
		const known = this.variables.findIndex((variable) => deparse(variable) === text);
		if (known >= 0) return [known];
		this.variables.push(expression);
		return [this.variables.length - 1];
	}
}

function interceptOf(value: number): boolean {
	if (value === 0 || value === 1) return value === 1;
	throw new FormulaError(`"${value}" is not a term: only 0 and 1 are allowed, for the intercept.`);
}

const only = (terms: readonly Term[]): Expanded => ({ terms, intercept: null });

/** Subtracting 1 removes the intercept; subtracting 0 restores it. */
function without(one: Expanded, other: Expanded): Expanded {
	const gone = new Set(other.terms.map(keyOf));
	const intercept = other.intercept === null ? one.intercept : !other.intercept;
	return { terms: one.terms.filter((term) => !gone.has(keyOf(term))), intercept };
}

const keyOf = (term: Term): string => term.join(":");

const all = (terms: readonly Term[]): Term => merged(terms.flat());

const merged = (variables: readonly number[]): Term => [...new Set(variables)].sort((one, other) => one - other);

const crossed = (one: readonly Term[], other: readonly Term[]): Term[] =>
	union(one.flatMap((left) => other.map((right) => merged([...left, ...right]))));

function union(...lists: (readonly Term[])[]): Term[] {
	const byKey = new Map(lists.flat().map((term) => [keyOf(term), term]));
	return [...byKey.values()];
}
