/**
 * Characters that are invisible or reorder the text after them. A reply could hide one word inside another with them, so the
 * participant's page removes them. Joiners, direction marks and the tags of regional flags stay, because scripts and emoji need
 * them.
 */
const HIDDEN =
	/(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u202a-\u202e\u2066-\u2069\u00ad\u180e\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu;

export const withoutHiddenSigns = (text: string): string =>
	text.replace(HIDDEN, (_, flag: string | undefined) => flag ?? "");

/** The parts of the text that stay, each with its start. */
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
