/**
 * Characters that reorder the text after them or are invisible. A reply could hide a word in a word with them, so the
 * participants' page leaves them out. Joiners stay, because scripts and emoji need them, and so do direction marks and the
 * tags that spell flags of regions.
 */
const HIDDEN =
	/(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u202a-\u202e\u2066-\u2069\u00ad\u180e\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu;

export const withoutHiddenSigns = (text: string): string =>
	text.replace(HIDDEN, (_, flag: string | undefined) => flag ?? "");

/** The parts of the text that stay, each with its place. */
export function keptParts(text: string): { readonly start: number; readonly part: string }[] {
	const parts: { start: number; part: string }[] = [];
	let from = 0;
	for (const { 0: found, 1: flag, index } of text.matchAll(HIDDEN)) {
		if (flag !== undefined) continue;
		if (index > from) parts.push({ start: from, part: text.slice(from, index) });
		from = index + found.length;
	}
	if (from < text.length) parts.push({ start: from, part: text.slice(from) });
	return parts;
}
