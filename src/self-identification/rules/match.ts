import type { Parts, Piece } from "./rules.ts";
import { MAKER_SIGN, MODEL_SIGN } from "./template.ts";

export type Match = { readonly start: number; readonly end: number };

/** Words of a gap. The longest introductions of models have about ten. */
const LONGEST_GAP = 14;
/** Further names in the same phrase: "I am Claude, an assistant made by Anthropic". */
const MORE_NAMES = 3;

/**
 * All positions at which the pieces follow one another. A gap may end after any of its words, so all reached positions are
 * continued together: at most 15 for each start, for any text.
 */
export function matchesOf(text: string, pieces: readonly Piece[], parts: Parts): Match[] {
	return startsOf(text, pieces).flatMap(({ start, end, rest }) => {
		let reached = [end];
		for (const piece of rest) reached = [...new Set(reached.flatMap((place) => follow(text, piece, place, parts)))];
		return reached.length === 0 ? [] : [{ start, end: withMoreNames(text, Math.max(...reached), parts) }];
	});
}

type Start = Match & { readonly rest: readonly Piece[] };

function startsOf(text: string, [first, ...rest]: readonly Piece[]): Start[] {
	if (first instanceof RegExp) {
		return [...text.matchAll(first)].map(({ 0: { length }, index }) => ({ start: index, end: index + length, rest }));
	}
	const names = [...text.matchAll(/[\ue000\ue001]/g)];
	return names.map(({ index }) => ({ start: index, end: index, rest: first === undefined ? rest : [first, ...rest] }));
}

function follow(text: string, piece: Piece, place: number, parts: Parts): number[] {
	if (piece === "gap") return gapEnds(text, place, parts);
	if (piece === "name") return isName(text, place, parts) ? [place + 1] : [];
	if (piece === "end") return endOf(parts.clauseEnd, text, place) === null ? [] : [place];
	const end = endOf(piece, text, place);
	return end === null ? [] : [end];
}

/** Where a gap that starts at `place` may end, also before its first word. */
function gapEnds(text: string, place: number, { punctuation, word }: Parts): number[] {
	const ends = [endOf(punctuation, text, place) ?? place];
	for (let words = 0; words < LONGEST_GAP; words++) {
		const end = endOf(word, text, ends.at(-1) ?? place);
		if (end === null) break;
		ends.push(end);
	}
	return ends[0] === place ? ends : [place, ...ends];
}

function isName(text: string, place: number, { by, kindOrName }: Parts): boolean {
	const sign = text.charAt(place);
	if (sign === MODEL_SIGN) return true;
	if (sign !== MAKER_SIGN) return false;
	return by.test(text.slice(Math.max(0, place - 30), place)) || endOf(kindOrName, text, place + 1) !== null;
}

function withMoreNames(text: string, end: number, parts: Parts): number {
	let last = end;
	for (let more = 0; more < MORE_NAMES; more++) {
		const from = text.startsWith("'s", last) ? last + 2 : last;
		const names = gapEnds(text, from, parts).filter((place) => /[\ue000\ue001]/.test(text.charAt(place)));
		const name = names.at(-1);
		if (name === undefined) break;
		last = name + 1;
	}
	return endOf(parts.tail, text, last) ?? last;
}

/** The end of the expression's match at exactly this place, or null. */
function endOf(expression: RegExp, text: string, place: number): number | null {
	expression.lastIndex = place;
	return expression.test(text) ? expression.lastIndex : null;
}
