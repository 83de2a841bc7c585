import { call, deparse, type Expression, FormulaError, isCall, namesIn, operands } from "./expression.ts";
import { parseExpression } from "./parse.ts";
import { expandTerms, type Terms } from "./terms.ts";

/** `(effects | group)`. Effects of one random term are correlated; those of different terms are not. */
export type RandomTerm = {
	readonly effects: Terms;
	/** lme4's name of the group: `participant`, `cask:batch`. */
	readonly group: string;
	/** The levels are the combinations of these variables that occur. */
	readonly groupVariables: readonly Expression[];
};

export type ModelFormula = {
	readonly text: string;
	readonly response: Expression;
	readonly fixed: Terms;
	readonly random: readonly RandomTerm[];
};

/** Parses `response ~ terms + (effects | group)`. `.` stands for `columns`. Throws a FormulaError. */
export function readFormula(text: string, columns: readonly string[] = []): ModelFormula {
	const [response, right, ...more] = sidesOf(parseExpression(text));
	if (!response || !right || more.length > 0)
		throw new FormulaError(`A formula has a response, "~" and terms, such as "liking ~ arm + (1 | participant)".`);
	const inResponse = new Set(namesIn(response));
	const { fixed, bars } = withoutBars(right);
	const others = columns.filter((name) => !inResponse.has(name));
	return {
		text: `${deparse(response)} ~ ${deparse(right)}`,
		response,
		fixed: expandTerms(fixed ?? { kind: "number", value: 1 }, others),
		random: bars.flatMap((bar) => randomTermsOf(bar, others)),
	};
}

const sidesOf = (expression: Expression): readonly Expression[] =>
	isCall(expression, "~") ? operands(expression) : [expression];

type Split = { readonly fixed: Expression | null; readonly bars: readonly Expression[] };

/** Removes the random terms from a sum, like lme4's `nobars` and `findbars`. */
function withoutBars(expression: Expression): Split {
	if (isBar(expression))
		throw new FormulaError(
			`Put random terms in parentheses: "(${deparse(expression)})". Otherwise "|" applies to the whole formula.`,
		);
	const inner = isCall(expression, "(", 1) ? operands(expression)[0] : undefined;
	if (inner && isBar(inner)) return { fixed: null, bars: [inner] };
	if (expression.kind !== "call" || !["+", "-", "("].includes(expression.name)) return notInside(expression);
	const parts = operands(expression).map(withoutBars);
	if (expression.name === "-" && parts.at(-1)?.bars.length)
		throw new FormulaError("A random term cannot be subtracted in a formula.");
	const kept = parts.flatMap(({ fixed }) => fixed ?? []);
	// `(1 | g) - 1` keeps its minus.
	const lostLeft = expression.name === "-" && parts.length === 2 && parts[0]?.fixed === null;
	const fixed =
		kept.length === 0
			? null
			: kept.length < parts.length && !lostLeft
				? (kept[0] ?? null)
				: call(expression.name, ...kept);
	return { fixed, bars: parts.flatMap(({ bars }) => bars) };
}

const isBar = (expression: Expression): boolean => isCall(expression, "|", 2) || isCall(expression, "||", 2);

function notInside(expression: Expression): Split {
	const within = (one: Expression): boolean =>
		isBar(one) || (one.kind === "call" && one.arguments.some(({ value }) => within(value)));
	if (expression.kind === "call" && ["*", ":", "/", "^", "%in%"].includes(expression.name) && within(expression))
		throw new FormulaError(
			`A random term must be added to a formula with "+", not used inside "${deparse(expression)}".`,
		);
	return { fixed: expression, bars: [] };
}

function randomTermsOf(bar: Expression, columns: readonly string[]): RandomTerm[] {
	const [left, right] = bar.kind === "call" ? operands(bar) : [];
	if (!left || !right) throw new FormulaError("A random term has effects and a group: (1 | participant).");
	const effects = expandTerms(left, columns);
	const parts = isCall(bar, "||") ? independentParts(effects) : [effects];
	return groupsOf(right).flatMap(({ name, variables }) =>
		parts.map((part) => ({ effects: part, group: name, groupVariables: variables })),
	);
}

/** `(x || g)` means `(1 | g) + (0 + x | g)`, with a term for each effect. The columns of one factor stay correlated, as in lme4. */
function independentParts(effects: Terms): Terms[] {
	const intercept: Terms[] = effects.intercept ? [{ ...effects, terms: [], intercept: true }] : [];
	return [...intercept, ...effects.terms.map((term) => ({ ...effects, terms: [term], intercept: false }))];
}

type Group = { readonly name: string; readonly variables: readonly Expression[] };

/** `a/b` means `a` and `b` within `a`; `a + b` and `a * b` are separate groups. lme4 puts the inner group first. */
function groupsOf(expression: Expression): Group[] {
	const [left, right] = expression.kind === "call" ? operands(expression) : [];
	if (expression.kind !== "call" || !left) return [{ name: deparse(expression), variables: [expression] }];
	if (expression.name === "(") return groupsOf(left);
	if (!right || !["/", "+", "*", ":"].includes(expression.name))
		return [{ name: deparse(expression), variables: [expression] }];
	const [one, other] = [groupsOf(left), groupsOf(right)];
	const pairs = one.slice(0, 1).flatMap((outer) => other.map((inner) => pairOf(expression.name, outer, inner)));
	if (expression.name === ":") return pairs;
	if (expression.name === "/") return [...pairs, ...one];
	return expression.name === "+" ? [...one, ...other] : [...one, ...other, ...pairs];
}

function pairOf(operator: string, outer: Group, inner: Group): Group {
	const variables = [...outer.variables, ...inner.variables];
	if (operator !== "/") return { name: `${outer.name}:${inner.name}`, variables };
	const name = outer.variables.length > 1 ? `(${outer.name})` : outer.name;
	return { name: `${inner.name}:${name}`, variables };
}
