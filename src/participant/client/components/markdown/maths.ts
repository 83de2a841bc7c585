import type { Token } from "marked";

/** A formula in a reply. */
export type Formula = {
	/** With its delimiters, as it was written. */
	readonly raw: string;
	readonly tex: string;
	/** On lines of its own. */
	readonly display: boolean;
	/** False while its end has not arrived. */
	readonly whole: boolean;
};

export type MathToken = { readonly type: "math" } & Formula;

type SetAside = { readonly text: string; readonly formulas: readonly Formula[] };

/**
 * The placeholder of a formula: private characters, which Markdown ignores. In a text that contains them, no formulas
 * are found.
 */
const [BEGIN, END] = ["\ue000", "\ue001"];
const PLACES = /\ue000(\d+)\ue001/g;

/** No formula in prose is longer. */
const LONGEST = 2000;

/** Tried in this order at every position. Text that is no formula comes first. */
const PARTS = [
	// Code, in which nothing else counts. A fence extends to its end or to the end of the text, a span to the end of
	// its paragraph.
	"(?:^|\\n)[ \\t>]*(`{3,}|~{3,})[^\\n]*(?:\\n[\\s\\S]*?)??(?:\\n[ \\t>]*\\1[^\\n]*|$)",
	"(`+)(?!`)(?:(?!\\n\\s*\\n)[\\s\\S])*?[^`]\\2(?!`)",
	"\\\\[\\\\$]",
	"\\\\\\(((?:(?!\\n\\s*\\n)[\\s\\S])+?)\\\\\\)",
	"\\\\\\[([\\s\\S]+?)\\\\\\]",
	"(\\\\begin\\{(\\w+\\*?)\\}[\\s\\S]+?\\\\end\\{\\6\\})",
	"\\$\\$((?:(?!\\n\\s*\\n)[^$])+?)\\$\\$",
	"\\$([^\\s$](?:[^\\n$]*[^\\s$\\\\])?)\\$",
	"(\\\\\\(|\\\\\\[|\\$\\$)",
].join("|");

/**
 * Takes the formulas out of a text before Markdown parses it, which would remove their backslashes and underscores.
 *
 * @param growing then an unclosed formula extends to the end of the text
 */
export function setAside(text: string, growing = false): SetAside {
	if (!/[\\$]/.test(text) || text.includes(BEGIN)) return { text, formulas: [] };
	const formulas: Formula[] = [];
	const found = new RegExp(PARTS, "g");
	let rest = "";
	let from = 0;
	for (let match = found.exec(text); match; match = found.exec(text)) {
		const formula = formulaOf(match, text, growing);
		if (!formula) {
			// If this was no formula, its second character may start one.
			if (match[0].startsWith("$")) found.lastIndex = match.index + 1;
			continue;
		}
		rest += `${text.slice(from, match.index)}${BEGIN}${formulas.length}${END}`;
		formulas.push(formula);
		from = match.index + formula.raw.length;
		found.lastIndex = from;
	}
	return { text: rest + text.slice(from), formulas };
}

function formulaOf(match: RegExpExecArray, text: string, growing: boolean): Formula | null {
	const [raw, , , inLine, onLines, environment, , doubled, dollars, opened] = match;
	if (opened !== undefined && growing) {
		const open = text.slice(match.index);
		return { raw: open, tex: open, display: false, whole: false };
	}
	const tex = inLine ?? onLines ?? environment ?? doubled ?? dollars;
	if (tex === undefined || tex.trim() === "" || tex.length > LONGEST) return null;
	if (environment === undefined && !looksLikeMaths(tex)) return null;
	if (dollars !== undefined && isMoney(dollars, text[match.index - 1], text[match.index + raw.length])) return null;
	return { raw, tex, display: inLine === undefined && dollars === undefined, whole: true };
}

/** Such as `US$5`, `$5-$10`, `$HOME/$USER`. */
const isMoney = (inner: string, before = "", after = ""): boolean =>
	/[\w$]/.test(before) || /[A-Za-z0-9]/.test(after) || /[,;:/(–-]$/.test(inner);

/** Words without a command are prose. Letters, digits and signs are maths. */
function looksLikeMaths(tex: string): boolean {
	if (/\\[A-Za-z]/.test(tex)) return true;
	const withoutIndices = tex.replace(/[_^]\{[^}]*\}/g, "");
	if (FOREIGN.test(withoutIndices)) return false;
	const words = withoutIndices.match(/[A-Za-z]{2,}/g) ?? [];
	const isSigned = /[=+*/<>^_|-]/.test(tex);
	return words.every((word) => FUNCTIONS.test(word) || (isSigned && word.length === 2));
}

/** Characters that are not ASCII, Greek or mathematical symbols. */
const FOREIGN = /[^\s!-~°-·×÷Ͱ-Ͽ⁰-⋿]/;

const FUNCTIONS = /^(sin|cos|tan|log|ln|exp|lim|max|min|mod|gcd|det)$/;

/** Replaces the placeholders by the formulas as they were written. */
export const putBack = (text: string, formulas: readonly Formula[]): string =>
	text.replace(PLACES, (place, at: string) => formulas[Number(at)]?.raw ?? place);

/** Markdown's tokens with formulas among them. Code and addresses get them back as they were written. */
export function withFormulas(tokens: readonly Token[], formulas: readonly Formula[]): readonly Token[] {
	// The shape of the tokens is unchanged: only texts are replaced.
	return formulas.length === 0 ? tokens : (tokens.map((token) => filled(token, formulas)) as Token[]);
}

function filled(node: unknown, formulas: readonly Formula[]): unknown {
	if (typeof node === "string") return putBack(node, formulas);
	if (Array.isArray(node)) return node.map((inner) => filled(inner, formulas));
	if (typeof node !== "object" || node === null) return node;
	const inner = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, filled(value, formulas)]));
	const isLeaf =
		"type" in node && (node.type === "text" || node.type === "escape") && !("tokens" in node && node.tokens);
	if (!isLeaf || !("text" in node) || typeof node.text !== "string" || !node.text.includes(BEGIN)) return inner;
	return { ...inner, type: "text", tokens: partsOf(node.text, formulas) };
}

/** Alternates texts and formulas. */
const partsOf = (text: string, formulas: readonly Formula[]): object[] =>
	text.split(PLACES).flatMap((part, place): object[] => {
		if (place % 2 === 0) return part === "" ? [] : [{ type: "text", raw: part, text: part }];
		const formula = formulas[Number(part)];
		return formula ? [{ type: "math", ...formula } satisfies MathToken] : [];
	});
