export type Passage = { readonly start: number; readonly end: number };

/** In UTF-16 units. A longer sentence is read in pieces, so that readers need not wait for the end of a page. */
export const LONGEST_PASSAGE = 600;

const SPACED_END = ".!?…؟۔।॥";
const JOINED_END = "。！？｡";
const CLOSING = "\"'’”»)]*_`」』）";

const isSpace = (unit: string): boolean => /\s/.test(unit);

/**
 * The end of the passage that starts at `start`: a sentence, a line, or `LONGEST_PASSAGE` units. Null while more text may
 * change it. It depends only on the text up to the end and on what follows directly, so a growing text has the same
 * passages as the whole text.
 */
export function passageEnd(text: string, start: number, ended: boolean): number | null {
	const limit = Math.min(text.length, start + LONGEST_PASSAGE);
	for (let at = start; at < limit; at++) {
		const unit = text.charAt(at);
		const aside = asideEnd(text, at, limit);
		if (aside === null && !ended && limit < start + LONGEST_PASSAGE) return null;
		if (aside !== null && aside > at) {
			at = aside - 1;
			continue;
		}
		if (JOINED_END.includes(unit) || (unit === "\n" && !isLetter(text.slice(start, at)))) return at + 1;
		if (!SPACED_END.includes(unit) || isListNumber(text, start, at)) continue;
		let after = at + 1;
		while (after < limit && (SPACED_END.includes(text.charAt(after)) || CLOSING.includes(text.charAt(after)))) after++;
		if (after === text.length && !ended) return null;
		if (after < limit && isSpace(text.charAt(after))) return after;
		at = after - 1;
	}
	if (text.length - start > LONGEST_PASSAGE) return pieceEnd(text, start);
	return ended && text.length > start ? text.length : null;
}

/** Lines of one letter belong to the next line, because words can be written vertically. */
function isLetter(lines: string): boolean {
	const letters = lines.split("\n").map((line) => line.match(/\p{L}/gu)?.length ?? 0);
	return letters.includes(1) && letters.every((count) => count <= 1);
}

/** "1." starts an item. */
const isListNumber = (text: string, start: number, at: number): boolean => /^\s*\d{1,9}$/.test(text.slice(start, at));

type Aside = {
	readonly opens: RegExp;
	readonly whole: RegExp;
	/** If this occurs first, the text is not an aside. Null: only the maximum length ends it. */
	readonly broken: RegExp | null;
};

/** Parts with full stops that the page does not show as text of a sentence. */
const ASIDES: readonly Aside[] = [
	// A link's address and title.
	{
		opens: /\]\(/y,
		whole:
			/\]\([^\S\n]*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y,
		broken: /\n\s*\n/,
	},
	{ opens: /<!--/y, whole: /<!--[\s\S]*?-->/y, broken: null },
	{ opens: /<[a-z/]/iy, whole: /<[a-z/][^<>\n]*>/iy, broken: /\n/ },
];

/** The end of the aside that starts here, `at` itself if none does, or null while more text may end it. */
function asideEnd(text: string, at: number, limit: number): number | null {
	if (!"]<".includes(text.charAt(at))) return at;
	for (const { opens, whole, broken } of ASIDES) {
		opens.lastIndex = at;
		if (!opens.test(text)) continue;
		const within = text.slice(0, limit);
		whole.lastIndex = at;
		const end = whole.test(within) ? whole.lastIndex : null;
		const breaks = broken === null ? -1 : within.slice(at, end ?? limit).search(broken);
		return breaks >= 0 ? at : end;
	}
	return at;
}

/** At the last blank of the second half, and never within a surrogate pair. */
function pieceEnd(text: string, start: number): number {
	const end = start + LONGEST_PASSAGE;
	for (let at = end; at > start + LONGEST_PASSAGE / 2; at--) if (isSpace(text.charAt(at))) return at;
	const unit = text.charCodeAt(end - 1);
	return unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end;
}

/** The passages from `start` on, without gaps. If the text has not `ended`, only those that cannot change. */
export function passagesOf(text: string, start: number, ended: boolean): Passage[] {
	const passages: Passage[] = [];
	for (let from = start; ; ) {
		const end = passageEnd(text, from, ended);
		if (end === null) return passages;
		passages.push({ start: from, end });
		from = end;
	}
}
