import { type NameKind, type Plain, withoutDoubles } from "../names/lexicon.ts";
import type { Folded } from "./fold.ts";

/** A name that readers recognise and a search would miss. Places are units of the folded text. */
export type Disguised = { readonly start: number; readonly end: number; readonly kind: NameKind };

type Word = { readonly start: number; readonly end: number; readonly text: string };

const WORD = /[\p{L}\p{N}]+/gu;
/** Including signs that replace letters. */
const WORD_OF_SIGNS = /[\p{L}\p{N}@$!]+/gu;
/** A spelled name has at least one separate letter. */
const ANY_ALONE = /(?<![\p{L}\p{N}])\p{L}(?![\p{L}\p{N}])/u;
/** Separators in a spelled name: "C. l. a. u. d. e", "C - l - a". */
const LONGEST_GAP = 3;
/** The longest names, plus a version. */
const LONGEST_NAME = 24;
/** "chat g p t", "open a i": a part that is not spelled. */
const LONGEST_PART = 6;
/** At least two separate letters: "open a i", "chat g p t". Otherwise two words of a sentence could form a name by chance. */
const FEWEST_LETTERS_ALONE = 2;

/** Names that are spelled letter by letter, written backwards, or have digits and signs for letters. */
export function disguisedNames({ text, names }: Pick<Folded, "text" | "names">, plain: Plain): Disguised[] {
	const words = ANY_ALONE.test(names) ? wordsOf(names, WORD) : [];
	return [
		...words.flatMap((_, at) => spelledName(names, words, at, plain) ?? []),
		...wordsOf(text, WORD_OF_SIGNS).flatMap((word) => rewritten(word, plain) ?? []),
	];
}

const wordsOf = (text: string, word: RegExp): Word[] =>
	[...text.matchAll(word)].map(({ 0: found, index }) => ({ start: index, end: index + found.length, text: found }));

function spelledName(names: string, words: readonly Word[], at: number, plain: Plain): Disguised | null {
	const first = words[at];
	if (!first || first.text.length > LONGEST_PART) return null;
	let joined = "";
	let alone = 0;
	let glued = true;
	let longest: Disguised | null = null;
	for (let next = at; next < words.length; next++) {
		const word = words[next];
		const before = words[next - 1];
		if (!word || (next > at && before && word.start - before.end > LONGEST_GAP)) break;
		if (next > at && before && /\s/.test(names.slice(before.end, word.start))) glued = false;
		joined += word.text;
		if (joined.length > LONGEST_NAME) break;
		alone += word.text.length === 1 ? 1 : 0;
		const kind = plain.distinctive.get(joined);
		if (kind !== undefined && alone >= (glued ? 1 : FEWEST_LETTERS_ALONE))
			longest = { start: first.start, end: word.end, kind };
	}
	return longest;
}

function rewritten({ start, end, text }: Word, plain: Plain): Disguised | null {
	const kind =
		plain.rewritten.get(text) ??
		(DOUBLED.test(text) ? plain.single.get(withoutDoubles(text)) : undefined) ??
		withLetters(text)
			.map((letters) => plain.distinctive.get(letters))
			.find((found) => found !== undefined);
	return kind === undefined ? null : { start, end, kind };
}

/** "Claaaude", "CCllaude": a letter three times, or two double letters. */
const DOUBLED = /(\p{L})\1\1|(\p{L})\2.*(\p{L})\3/u;

const FOR_LETTERS: Readonly<Record<string, string>> = {
	"0": "o",
	"3": "e",
	"4": "a",
	"5": "s",
	"7": "t",
	"@": "a",
	$: "s",
};

/** Readings of a word with letters and digits, with letters for its digits. "1" and "!" have two. */
function withLetters(word: string): string[] {
	if (!/[a-z]/.test(word) || !/[\d@$!]/.test(word)) return [];
	const letters = word.replace(/[03457@$]/g, (sign) => FOR_LETTERS[sign] ?? sign);
	const both = ["i", "l"].map((letter) => letters.replace(/[1!]/g, letter));
	return [...new Set(both)].filter((candidate) => candidate !== word);
}

/** Signs that do not hide anything from readers. */
const EMPHASIS = /[*_~`\\\u00ad]/g;
const LATIN_NAME = /^[\p{Script=Latin}\p{N}\s.-]+$/u;

/**
 * Whether the source of a Latin name holds more than the name: invisible characters, letters of another alphabet, entities,
 * empty links or comments between its letters.
 */
export function isDisguised(source: string, name: string): boolean {
	if (!LATIN_NAME.test(name)) return false;
	const letters = (text: string) => text.replace(/[^\p{L}\p{N}\p{Cf}&;<>[\]()]/gu, "");
	const plain = source.replace(EMPHASIS, "").normalize("NFKC").toLowerCase();
	return letters(plain) !== letters(name);
}
