/**
 * A row of D1, or of SQLite in a Durable Object, has at most 2 MB. A UTF-16 unit takes at most three bytes, so a piece of this
 * size always fits.
 */
export const PIECE_UNITS = 500_000;
/** The least length of a piece that is not the last: one unit shorter where the cut would split a character. */
export const SHORTEST_CUT_UNITS = PIECE_UNITS - 1;

/** Splits a text into pieces that fit into one row each. A character is never split, because half of one would not survive UTF-8. */
export function piecesOf(text: string, units: number = PIECE_UNITS): readonly [first: string, ...rest: string[]] {
	const rest: string[] = [];
	let end = cutAt(text, 0, units);
	const first = text.slice(0, end);
	while (end < text.length) {
		const start = end;
		end = cutAt(text, start, units);
		rest.push(text.slice(start, end));
	}
	return [first, ...rest];
}

function cutAt(text: string, start: number, units: number): number {
	const end = Math.min(text.length, start + units);
	const last = text.charCodeAt(end - 1);
	const isHalf = end < text.length && end - start > 1 && last >= 0xd800 && last <= 0xdbff;
	return isHalf ? end - 1 : end;
}
