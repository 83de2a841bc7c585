/** An address that may be followed from a reply: nothing that runs, and nothing of ours that a reply could ask for. */
export function safeUrl(href: string): URL | null {
	if (!/^(https?:\/\/|mailto:)/i.test(href)) return null;
	try {
		return new URL(href);
	} catch {
		return null;
	}
}

/** `&amp;` and its like, which the lexer leaves as they are. Parsed apart from the page: nothing is loaded or run. */
export function decodeEntities(text: string): string {
	if (!/&(#\d|#x[\da-f]|[a-z])/i.test(text)) return text;
	return new DOMParser().parseFromString(text.replace(/</g, "&lt;"), "text/html").documentElement.textContent ?? text;
}

/**
 * Signs that turn the direction of what follows them, or that cannot be seen at all: a reply could reorder the page around
 * it, or hide a word in a word. Joiners stay, for scripts and emoji need them; so do the harmless marks of a direction, and
 * the tags in which the flags of regions are spelled.
 */
export const withoutTricks = (text: string): string =>
	text.replace(TRICKS, (_, flag: string | undefined) => flag ?? "");

const TRICKS =
	/(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u202a-\u202e\u2066-\u2069\u00ad\u180e\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu;
