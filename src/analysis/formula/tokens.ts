import { FormulaError } from "./expression.ts";

export type Token = {
	readonly kind: "number" | "string" | "name" | "operator" | "end";
	readonly text: string;
	/** Counted from 0, for messages. */
	readonly position: number;
};

const PATTERN =
	/\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?L?)|(?<name>(?:\p{L}|\.(?!\d))[\p{L}\p{N}._]*)|`(?<quoted>[^`]+)`|"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>(?:[^'\\]|\\.)*)'|(?<operator>%[^%\s]*%|\*\*|<=|>=|==|!=|&&|\|\||[-+*/^:~|&!<>=(),]))/uy;

/** The tokens of a formula in R's notation, ending with an end token. Throws a FormulaError at an invalid character. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	const trimmed = text.trimEnd();
	PATTERN.lastIndex = 0;
	while (PATTERN.lastIndex < trimmed.length) {
		const position = PATTERN.lastIndex;
		const groups = PATTERN.exec(trimmed)?.groups;
		if (!groups) throw new FormulaError(unexpected(trimmed, position));
		tokens.push({ ...tokenOf(groups), position });
	}
	return [...tokens, { kind: "end", text: "", position: trimmed.length }];
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Omit<Token, "position"> {
	const { number, name, quoted, double, single, operator = "" } = groups;
	if (number !== undefined) return { kind: "number", text: number };
	if (name !== undefined) return { kind: "name", text: name };
	if (quoted !== undefined) return { kind: "name", text: quoted };
	const string = double ?? single;
	if (string !== undefined) return { kind: "string", text: string.replace(/\\(.)/g, "$1") };
	return { kind: "operator", text: operator === "**" ? "^" : operator };
}

export function unexpected(text: string, position: number): string {
	const rest = text.slice(position).trimStart();
	if (rest === "")
		return `The formula cannot be read: something is missing at its end, after character ${text.length}.`;
	return `The formula cannot be read at character ${text.length - rest.length + 1}: unexpected "${rest.slice(0, 12)}".`;
}
