/** A DNS name of letters, digits and inner hyphens; an IPv4 address is one too. */
const HOST = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/;
const IPV6 = /^\[[0-9a-f:.]+\]$/;

/**
 * The origin of an address. Null if no header may carry it. `URL` is not enough: it accepts `;`, `,`, `'` and `*` as
 * letters of a host, and they have a meaning in a Content-Security-Policy.
 */
export function originOf(text: string): string | null {
	if (!URL.canParse(text)) return null;
	const { origin, protocol, hostname, username, password } = new URL(text);
	if (protocol !== "https:" && protocol !== "http:") return null;
	if (username || password) return null;
	return HOST.test(hostname) || IPV6.test(hostname) ? origin : null;
}

/** Whether the address is only an origin. A path would look like a restriction. */
export function isOrigin(text: string): boolean {
	if (originOf(text) === null) return false;
	const { pathname, search, hash } = new URL(text);
	return pathname === "/" && `${search}${hash}` === "";
}
