import { type Argument, call, type Expression, FormulaError } from "./expression.ts";
import { type Token, tokensOf, unexpected } from "./tokens.ts";

/** Infix operators by R's precedence (`?Syntax`), loosest first. `^` is parsed separately, because it is right-associative. */
const LEVELS: readonly (readonly string[])[] = [
	["~"],
	["|", "||"],
	["&", "&&"],
	["==", "!=", "<", "<=", ">", ">="],
	["+", "-"],
	["*", "/"],
	["%"],
	[":"],
];

/** The precedence level of comparisons. */
const NEGATION = 3;

/** Deeper than any real formula. Formulas may come from outside, and the stack is finite. */
const DEEPEST = 200;

/** Parses one expression or formula in R's notation. Throws a FormulaError with the position of the error. */
export function parseExpression(text: string): Expression {
	const parser = new Parser(text);
	const expression = parser.infix(0);
	parser.expectEnd();
	return expression;
}

class Parser {
	readonly #text: string;
	readonly #tokens: readonly Token[];
	#next = 0;
	#depth = 0;

	constructor(text: string) {
		this.#text = text;
		this.#tokens = tokensOf(text);
	}

	infix(level: number): Expression {
		const operators = LEVELS[level];
		if (!operators) return this.#prefix();
		// R's `!` binds more loosely than comparisons: `!x > 3` is !(x > 3).
		if (level === NEGATION && this.#take(["!"]))
			return call(
				"!",
				this.#nested(() => this.infix(level)),
			);
		// The left side of a formula is optional.
		let left = level === 0 && this.#isOperator("~") ? null : this.infix(level + 1);
		for (let operator = this.#take(operators); operator; operator = this.#take(operators)) {
			const right = this.infix(level + 1);
			left = left === null ? call(operator, right) : call(operator, left, right);
		}
		return left ?? this.#fail();
	}

	expectEnd(): void {
		if (this.#peek().kind !== "end") this.#fail();
	}

	#prefix(): Expression {
		const operator = this.#take(["-", "+"]);
		if (!operator) return this.#power();
		return call(
			operator,
			this.#nested(() => this.#prefix()),
		);
	}

	/** `-x^2` is -(x^2), and `x^-1` is allowed. */
	#power(): Expression {
		const base = this.#primary();
		return this.#take(["^"])
			? call(
					"^",
					base,
					this.#nested(() => this.#prefix()),
				)
			: base;
	}

	#primary(): Expression {
		const { kind, text } = this.#advance();
		if (kind === "number") return { kind, value: Number(text.replace("L", "")) };
		if (kind === "string") return { kind, value: text };
		if (kind === "name") return this.#take(["("]) ? this.#call(text) : { kind, name: text };
		if (text !== "(") return this.#fail(-1);
		const inner = this.#nested(() => this.infix(0));
		this.#expect(")");
		return call("(", inner);
	}

	#call(name: string): Expression {
		const values: Argument[] = [];
		while (!this.#take([")"])) {
			if (values.length > 0) this.#expect(",");
			values.push(this.#nested(() => this.#argument()));
		}
		return { kind: "call", name, arguments: values };
	}

	#argument(): Argument {
		const [name, equals] = [this.#peek(), this.#tokens[this.#next + 1]];
		if (name.kind !== "name" || equals?.kind !== "operator" || equals.text !== "=") return { value: this.infix(0) };
		this.#next += 2;
		return { name: name.text, value: this.infix(0) };
	}

	#nested<T>(read: () => T): T {
		this.#depth += 1;
		if (this.#depth > DEEPEST) throw new FormulaError("The formula is nested too deeply.");
		const value = read();
		this.#depth -= 1;
		return value;
	}

	#peek(): Token {
		return this.#tokens[this.#next] ?? { kind: "end", text: "", position: this.#text.length };
	}

	#advance(): Token {
		const token = this.#peek();
		this.#next += 1;
		return token;
	}

	#isOperator(text: string): boolean {
		const token = this.#peek();
		return token.kind === "operator" && token.text === text;
	}

	#take(operators: readonly string[]): string | null {
		const token = this.#peek();
		const wanted = token.text.startsWith("%") ? "%" : token.text;
		if (token.kind !== "operator" || !operators.includes(wanted)) return null;
		this.#next += 1;
		return token.text;
	}

	#expect(operator: string): void {
		if (!this.#take([operator])) this.#fail();
	}

	#fail(offset = 0): never {
		const token = this.#tokens[this.#next + offset];
		throw new FormulaError(unexpected(this.#text, token?.position ?? this.#text.length));
	}
}
