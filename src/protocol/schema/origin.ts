/** A DNS name of letters, digits and inner hyphens; an IPv4 address is one too. */
const HOST = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/;
const IPV6 = /^\[[0-9a-f:.]+\]$/;

/**
 * The origin of an address, or null where it is none that a header may carry. `URL` alone is not enough: it takes `;`, `,`, `'` and `*`
 * for letters of a host, and a Content-Security-Policy takes them for its own signs.
 */
export function originOf(text: string): string | null {
	if (!URL.canParse(text)) return null;
	const { origin, protocol, hostname, username, password } = new URL(text);
	if (protocol !== "https:" && protocol !== "http:") return null;
	if (username || password) return null;
	return HOST.test(hostname) || IPV6.test(hostname) ? origin : null;
}

/** Is the address an origin and nothing more? A path would look as if it restricted something. */
export function isOrigin(text: string): boolean {
	if (originOf(text) === null) return false;
	const { pathname, search, hash } = new URL(text);
	return pathname === "/" && `${search}${hash}` === "";
}
