import { foldLetters } from "../text/fold.ts";
import type { Language } from "./language.ts";
import { MAKER_SIGN, MODEL_SIGN } from "./template.ts";

/** A piece of a rule: an expression that must match at a position, the gap, a name, or the end of the clause. */
export type Piece = RegExp | "gap" | "name" | "end";

export type Rules = {
	/** The first piece is searched for, and the others have to follow it. */
	readonly identity: readonly (readonly Piece[])[];
	readonly as: readonly (readonly Piece[])[];
	readonly first: RegExp;
	readonly instructions: RegExp;
	readonly parts: Parts;
	readonly script: RegExp;
};

/** The common parts of one language's rules, each matched at one position. */
export type Parts = {
	readonly punctuation: RegExp;
	/** One word of a gap, and the punctuation after it. */
	readonly word: RegExp;
	/** Matches at the end of the words before a maker. */
	readonly by: RegExp;
	/** After a maker: its product, or another name. */
	readonly kindOrName: RegExp;
	/** Text that may follow a name as part of it: "'s language model". */
	readonly tail: RegExp;
	readonly clauseEnd: RegExp;
};

/**
 * Ranges instead of `\p{L}`: there are several hundred of these expressions, and the engine needs seconds to compile so many
 * property classes. No language here uses scripts beyond the first plane.
 */
const LETTERS =
	"0-9a-z\\u00aa\\u00b5-\\u024f\\u0300-\\u05ff\\u0610-\\u066f\\u0671-\\u06d3\\u06d5-\\u0963\\u0966-\\u1fff\\u3041-\\ud7ff\\uf900-\\ufdff";
const LETTER = `[${LETTERS}]`;
const PUNCTUATION = "(?:[\\s,،、;:：(（\"'“”„«»‹›「」『』\\[\\]_/|<>$={}\\\\^#@&+*—–‑-]|\\.{2,4})";
const ANY_NAME = `[${MODEL_SIGN}${MAKER_SIGN}]`;
const MACROS: Readonly<Record<string, string>> = { A: MODEL_SIGN, M: MAKER_SIGN, B: ANY_NAME, L: LETTER };

/** Rules are matched piece by piece. Single expressions would repeat the gap's words, which could match in several ways. */
export function rulesOf(language: Language): Rules {
	const { kinds, by, fillers, joined, first, instructions } = language;
	const source = (rule: string) => sourceOf(language, rule);
	const at = (rule: string) => new RegExp(rule, "y");
	const wordEnd = joined ? "" : `(?!${LETTER})`;
	const word = `(?:${longestFirst(source([kinds, by, fillers].join("|")))})${wordEnd}`;
	const kind = `(?:'s)?${PUNCTUATION}?(?:${longestFirst(source(kinds))})${wordEnd}`;
	return {
		identity: language.identity.flatMap((rule) => piecesOf(language, rule)),
		as: language.as.flatMap((rule) => piecesOf(language, rule)),
		first: new RegExp(bounded(language, `(?:${source(first)})`)),
		script: new RegExp(`[${language.script ?? "a-z"}]`),
		instructions: new RegExp(bounded(language, `(?:${instructions.map(source).join("|")})`), "g"),
		parts: {
			punctuation: at(`${PUNCTUATION}{0,3}`),
			word: at(`${word}${PUNCTUATION}{0,4}`),
			by: new RegExp(`(?:^|${joined ? "" : `[^${LETTERS}]`})(?:${longestFirst(source(by))})${PUNCTUATION}{0,3}$`),
			kindOrName: at(`(?:'s|${kind}|${PUNCTUATION}?${ANY_NAME})`),
			tail: at(kind),
			clauseEnd: at(`${PUNCTUATION}{0,3}(?:$|${word})|\\s?[.!?…。！？؟۔।,،、;:—–-]`),
		},
	};
}

/** At the start of a word, if the language has word boundaries. */
const bounded = ({ joined }: Language, source: string): string =>
	joined ? source : `(?<!${LETTER}|${LETTER}['_])${source}`;

const sourceOf = ({ joined }: Language, rule: string): string =>
	foldLetters(rule)
		.replace(/[AMBL]/g, (macro) => MACROS[macro] ?? macro)
		.replaceAll(" ?", "\\s*")
		.replaceAll(" ", joined ? "\\s?" : "\\s+");

/** The longer of two alternatives at one position wins: "by the company" instead of "by". */
function longestFirst(alternatives: string): string {
	let depth = 0;
	const marked = [...alternatives].map((sign) => {
		depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
		return sign === "|" && depth === 0 ? "\n" : sign;
	});
	const each = marked.join("").split("\n");
	return each.sort((a, b) => b.length - a.length).join("|");
}

/** The optional part of a rule is written `(?:BG)?`. Such a rule is two rules. */
function piecesOf(language: Language, rule: string): Piece[][] {
	const optional = "(?:BG)?";
	if (rule.includes(optional)) {
		return [rule.replace(optional, ""), rule.replace(optional, "BG")].flatMap((each) => piecesOf(language, each));
	}
	const texts = rule.split(/([GNE])/).filter((text) => text !== "");
	// A gap includes the blank after its last word.
	const trimmed = texts.map((text, place) => (texts[place - 1] === "G" ? text.replace(/^ (?![?*])/, "") : text));
	return [trimmed.map((text, place) => pieceOf(language, text, place === 0))];
}

function pieceOf(language: Language, text: string, isFirst: boolean): Piece {
	if (text === "G") return "gap";
	if (text === "N") return "name";
	if (text === "E") return "end";
	const source = `(?:${sourceOf(language, text)})`;
	return isFirst ? new RegExp(bounded(language, source), "g") : new RegExp(source, "y");
}
