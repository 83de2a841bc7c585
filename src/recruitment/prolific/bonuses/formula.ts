import { err, ok, type Result } from "../../../shared/result.ts";
import { fromDecimal, type Rational } from "./rational.ts";

/** An expression over a participant's answers and counts. */
export type Formula =
	| { readonly kind: "number"; readonly value: Rational }
	| { readonly kind: "text"; readonly value: string }
	| { readonly kind: "name"; readonly name: string; readonly at: number }
	| { readonly kind: "operation"; readonly operator: string; readonly left: Formula; readonly right: Formula }
	| { readonly kind: "negative"; readonly of: Formula }
	| { readonly kind: "call"; readonly name: FunctionName; readonly given: readonly Formula[]; readonly at: number };

/** The functions with the numbers of their arguments. `sum`, `mean` and `count` take an answer that is given several times. */
export const FUNCTIONS = {
	min: [1, 20],
	max: [1, 20],
	sum: [1, 20],
	mean: [1, 20],
	count: [1, 20],
	round: [1, 1],
	floor: [1, 1],
	if: [3, 3],
	default: [2, 2],
} as const satisfies Record<string, readonly [number, number]>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Where a formula cannot be read: the position counts from 0. */
export type FormulaFault = { readonly at: number; readonly detail: string };

export const LONGEST_FORMULA = 500;
const DEEPEST = 40;

const TOKEN =
	/\s*(?:(?<number>\d+(?:\.\d+)?|\.\d+)|(?<name>[A-Za-z][\w-]*(?:\.[\w-]+)*)|"(?<text>[^"]*)"|(?<operator><=|>=|==|!=|[-+*/<>(),]))/uy;

type Token = {
	readonly kind: "number" | "name" | "text" | "operator" | "end";
	readonly text: string;
	readonly at: number;
};

/** From the weakest to the strongest. */
const LEVELS = [
	["<", "<=", ">", ">=", "==", "!="],
	["+", "-"],
	["*", "/"],
];

class Unreadable extends Error {
	readonly fault: FormulaFault;

	constructor(at: number, detail: string) {
		super(detail);
		this.fault = { at, detail };
	}
}

export function parseFormula(text: string): Result<Formula, FormulaFault> {
	try {
		if (text.length > LONGEST_FORMULA)
			throw new Unreadable(LONGEST_FORMULA, `Use at most ${LONGEST_FORMULA} characters.`);
		const reader = new Reader(tokensOf(text));
		const formula = reader.level(0, 0);
		reader.expectEnd();
		return ok(formula);
	} catch (error) {
		if (error instanceof Unreadable) return err(error.fault);
		throw error;
	}
}

function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	const trimmed = text.trimEnd();
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < trimmed.length) {
		const at = TOKEN.lastIndex;
		const found = TOKEN.exec(trimmed);
		const [kind, value] = Object.entries(found?.groups ?? {}).find(([, part]) => part !== undefined) ?? [];
		if (!found || kind === undefined || value === undefined)
			throw new Unreadable(at, "This sign has no meaning in a formula.");
		tokens.push({ kind: kind as Token["kind"], text: value, at: at + found[0].length - found[0].trimStart().length });
	}
	return [...tokens, { kind: "end", text: "", at: trimmed.length }];
}

/** Recursive descent, with a limit on the depth. */
class Reader {
	readonly #tokens: readonly Token[];
	#at = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	level(level: number, depth: number): Formula {
		if (depth > DEEPEST) throw new Unreadable(this.#token.at, "The formula is nested too deeply.");
		const operators = LEVELS[level];
		if (!operators) return this.#operand(depth);
		let left = this.level(level + 1, depth + 1);
		while (this.#token.kind === "operator" && operators.includes(this.#token.text)) {
			const operator = this.#take().text;
			left = { kind: "operation", operator, left, right: this.level(level + 1, depth + 1) };
			// `1 < 2 < 3` would compare 1 with 3.
			if (level === 0) break;
		}
		return left;
	}

	expectEnd(): void {
		if (this.#token.kind !== "end") throw this.#unexpected();
	}

	#operand(depth: number): Formula {
		const token = this.#take();
		if (token.kind === "number") return { kind: "number", value: fromDecimal(token.text) as Rational };
		if (token.kind === "text") return { kind: "text", value: token.text };
		if (token.kind === "name")
			return this.#token.text === "(" ? this.#call(token, depth) : { kind: "name", name: token.text, at: token.at };
		if (token.text === "-") return { kind: "negative", of: this.level(LEVELS.length, depth + 1) };
		if (token.text !== "(") throw this.#unexpected(token);
		const inner = this.level(0, depth + 1);
		this.#expect(")");
		return inner;
	}

	#call({ text: name, at }: Token, depth: number): Formula {
		if (!isFunction(name))
			throw new Unreadable(at, `There is no function ${name}. There are ${Object.keys(FUNCTIONS).join(", ")}.`);
		const given: Formula[] = [];
		do {
			this.#take();
			given.push(this.level(0, depth + 1));
		} while (this.#token.text === ",");
		this.#expect(")");
		const [least, most] = FUNCTIONS[name];
		if (given.length < least || given.length > most)
			throw new Unreadable(at, `${name} takes ${least === most ? least : `${least} to ${most}`} values.`);
		return { kind: "call", name, given, at };
	}

	get #token(): Token {
		return this.#tokens[this.#at] as Token;
	}

	#take(): Token {
		const token = this.#token;
		if (token.kind !== "end") this.#at += 1;
		return token;
	}

	#expect(text: string): void {
		if (this.#token.text !== text) throw this.#unexpected();
		this.#take();
	}

	#unexpected(token = this.#token): Unreadable {
		const what = token.kind === "end" ? "The formula ends too early." : `"${token.text}" is not expected here.`;
		return new Unreadable(token.at, what);
	}
}

const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

/** All names of a formula, with the functions directly around them. */
export function namesOf(formula: Formula, around: FunctionName | null = null): NameInUse[] {
	switch (formula.kind) {
		case "name":
			return [{ name: formula.name, at: formula.at, around }];
		case "operation":
			return [...namesOf(formula.left), ...namesOf(formula.right)];
		case "negative":
			return namesOf(formula.of);
		case "call":
			return formula.given.flatMap((each) => namesOf(each, formula.name));
		default:
			return [];
	}
}

export type NameInUse = { readonly name: string; readonly at: number; readonly around: FunctionName | null };
