export type Passage = { readonly start: number; readonly end: number };

/** In UTF-16 units. A sentence that is longer is looked at in pieces, so that nobody waits for the end of a page. */
export const LONGEST_PASSAGE = 600;

const SPACED_END = ".!?…؟۔।॥";
const JOINED_END = "。！？｡";
const CLOSING = "\"'’”»)]*_`」』）";

const isSpace = (unit: string): boolean => /\s/.test(unit);

/**
 * The end of the passage that begins at `start`: a sentence, a line, or `LONGEST_PASSAGE` units. Null while more text may
 * still move it. A function of the text up to the end and of what follows it at once, so that a text that is still being
 * written comes to the same passages as the whole.
 */
export function passageEnd(text: string, start: number, ended: boolean): number | null {
	const limit = Math.min(text.length, start + LONGEST_PASSAGE);
	for (let at = start; at < limit; at++) {
		const unit = text.charAt(at);
		if (unit === "\n" || JOINED_END.includes(unit)) return at + 1;
		if (!SPACED_END.includes(unit)) continue;
		let after = at + 1;
		while (after < limit && (SPACED_END.includes(text.charAt(after)) || CLOSING.includes(text.charAt(after)))) after++;
		if (after === text.length && !ended) return null;
		if (after < limit && isSpace(text.charAt(after))) return after;
		at = after - 1;
	}
	if (text.length - start > LONGEST_PASSAGE) return pieceEnd(text, start);
	return ended && text.length > start ? text.length : null;
}

/** At the last blank of the second half, and never within a pair of surrogates. */
function pieceEnd(text: string, start: number): number {
	const end = start + LONGEST_PASSAGE;
	for (let at = end; at > start + LONGEST_PASSAGE / 2; at--) if (isSpace(text.charAt(at))) return at;
	const unit = text.charCodeAt(end - 1);
	return unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end;
}

/** The passages from `start` on, one after the other without a gap; of a text that has not `ended` only those that are sure. */
export function passagesOf(text: string, start: number, ended: boolean): Passage[] {
	const passages: Passage[] = [];
	for (let from = start; ; ) {
		const end = passageEnd(text, from, ended);
		if (end === null) return passages;
		passages.push({ start: from, end });
		from = end;
	}
}
