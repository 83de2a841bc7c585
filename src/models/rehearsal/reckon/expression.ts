/** In characters. Nested brackets use stack. */
const LONGEST = 80;

/** Evaluates a sum such as `3 * (4 + 5)^2`. Null if it is malformed or has no finite value. */
export function evaluated(source: string): number | null {
	if (source.length > LONGEST) return null;
	const tokens = source.match(/\d+(?:\.\d+)?|[-+*/^()]/g) ?? [];
	if (tokens.join("") !== source.replace(/\s+/g, "")) return null;
	const reader = new Reader(tokens);
	const value = reader.sum();
	return reader.isAtEnd && value !== null && Number.isFinite(value) ? value : null;
}

/** Recursive descent over sums, products and powers. Null means a malformed sum. */
class Reader {
	readonly #tokens: readonly string[];
	#place = 0;

	constructor(tokens: readonly string[]) {
		this.#tokens = tokens;
	}

	get isAtEnd(): boolean {
		return this.#place === this.#tokens.length;
	}

	sum(): number | null {
		return this.#chain("+-", () => this.#product());
	}

	#product(): number | null {
		return this.#chain("*/", () => this.#power());
	}

	#chain(operators: string, next: () => number | null): number | null {
		let value = next();
		for (let sign = this.#take(operators); sign !== null && value !== null; sign = this.#take(operators)) {
			const right = next();
			value = right === null ? null : applied(sign, value, right);
		}
		return value;
	}

	#power(): number | null {
		if (this.#take("-")) {
			const value = this.#power();
			return value === null ? null : -value;
		}
		const base = this.#atom();
		if (base === null || !this.#take("^")) return base;
		const exponent = this.#power();
		return exponent === null ? null : base ** exponent;
	}

	#atom(): number | null {
		if (this.#take("(")) {
			const value = this.sum();
			return this.#take(")") ? value : null;
		}
		const token = this.#tokens[this.#place];
		if (token === undefined || !/^\d/.test(token)) return null;
		this.#place += 1;
		return Number(token);
	}

	#take(wanted: string): string | null {
		const token = this.#tokens[this.#place];
		if (token === undefined || !wanted.includes(token)) return null;
		this.#place += 1;
		return token;
	}
}

function applied(sign: string, left: number, right: number): number {
	switch (sign) {
		case "+":
			return left + right;
		case "-":
			return left - right;
		case "*":
			return left * right;
		default:
			return left / right;
	}
}
