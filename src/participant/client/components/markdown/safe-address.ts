/** An address that a link in a reply may have: it runs no code, and requests nothing from our own server. */
export function safeUrl(href: string): URL | null {
	if (!/^(https?:\/\/|mailto:)/i.test(href)) return null;
	try {
		return new URL(href);
	} catch {
		return null;
	}
}

/** Decodes `&amp;` and other entities, which the lexer keeps. A detached document loads and runs nothing. */
export function decodeEntities(text: string): string {
	if (!/&(#\d|#x[\da-f]|[a-z])/i.test(text)) return text;
	return new DOMParser().parseFromString(text.replace(/</g, "&lt;"), "text/html").documentElement.textContent ?? text;
}
