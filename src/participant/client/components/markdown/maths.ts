import type { Token } from "marked";

/** A formula in a reply. */
export type Formula = {
	/** As it was written, with its signs. */
	readonly raw: string;
	readonly tex: string;
	/** On lines of its own. */
	readonly display: boolean;
	/** False while its end is still to come. */
	readonly whole: boolean;
};

export type MathToken = { readonly type: "math" } & Formula;

type SetAside = { readonly text: string; readonly formulas: readonly Formula[] };

/** What a formula leaves in its place: private characters, which mean nothing to Markdown. A text that has them itself has no formulas. */
const [BEGIN, END] = ["\ue000", "\ue001"];
const PLACES = /\ue000(\d+)\ue001/g;

/** In a line of text there is nothing longer. */
const LONGEST = 2000;

/** In this order at every place: what is no formula comes first. */
const PARTS = [
	// Code, in which nothing else counts: a fence to its end or the text's, a span within its paragraph.
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
 * Takes the formulas out of a text before it is read as Markdown, which would eat their backslashes and underscores.
 *
 * @param growing then a formula without an end is one too, to the end of the text
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
			// The second sign of what was none may begin another.
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

/** `US$5`, `$5-$10`, `$HOME/$USER`. */
const isMoney = (inner: string, before = "", after = ""): boolean =>
	/[\w$]/.test(before) || /[A-Za-z0-9]/.test(after) || /[,;:/(–-]$/.test(inner);

/** Words without a command are prose; letters, digits and signs are not. */
function looksLikeMaths(tex: string): boolean {
	if (/\\[A-Za-z]/.test(tex)) return true;
	const withoutIndices = tex.replace(/[_^]\{[^}]*\}/g, "");
	if (FOREIGN.test(withoutIndices)) return false;
	const words = withoutIndices.match(/[A-Za-z]{2,}/g) ?? [];
	const isSigned = /[=+*/<>^_|-]/.test(tex);
	return words.every((word) => FUNCTIONS.test(word) || (isSigned && word.length === 2));
}

/** What is neither on a plain keyboard, nor Greek, nor a sign. */
const FOREIGN = /[^\s!-~°-·×÷Ͱ-Ͽ⁰-⋿]/;

const FUNCTIONS = /^(sin|cos|tan|log|ln|exp|lim|max|min|mod|gcd|det)$/;

/** As it was written. */
export const putBack = (text: string, formulas: readonly Formula[]): string =>
	text.replace(PLACES, (place, at: string) => formulas[Number(at)]?.raw ?? place);

/** Markdown's tokens with the formulas among them: those in code and in addresses as they were written. */
export function withFormulas(tokens: readonly Token[], formulas: readonly Formula[]): readonly Token[] {
	// The shape is the tokens' own: texts stand in the place of texts.
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

/** Texts and formulas in turn. */
const partsOf = (text: string, formulas: readonly Formula[]): object[] =>
	text.split(PLACES).flatMap((part, place): object[] => {
		if (place % 2 === 0) return part === "" ? [] : [{ type: "text", raw: part, text: part }];
		const formula = formulas[Number(part)];
		return formula ? [{ type: "math", ...formula } satisfies MathToken] : [];
	});
