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
