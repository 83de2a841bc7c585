/**
 * A row of SQLite in a Durable Object, and of D1, has 2 MB at most. A UTF-16 unit takes three bytes at most, so a piece of
 * this many fits with room to spare.
 */
export const PIECE_UNITS = 500_000;
/** A piece that another one follows has at least this many: it is one short where a character would be cut in half. */
export const SHORTEST_CUT_UNITS = PIECE_UNITS - 1;

/** The text in pieces that fit into a row each. A character is never cut in half, which would not survive UTF-8. */
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
