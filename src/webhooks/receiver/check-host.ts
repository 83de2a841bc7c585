import { isAddress, isPublicAddress } from "./public-address.ts";

/** All addresses of a name, IPv4 and IPv6. Empty if it has none. Rejects if the name server does not answer. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export type HostCheck = "public" | "private" | "unresolved";

/**
 * Whether a host is on the public internet now. One private address among several is enough to refuse it: nobody knows which
 * one a connection would use.
 */
export async function checkHost(hostname: string, resolve: Resolve): Promise<HostCheck> {
	if (isAddress(hostname)) return isPublicAddress(hostname) ? "public" : "private";
	try {
		// The Worker's name server lists aliases among the addresses.
		const addresses = (await resolve(hostname)).filter(isAddress);
		if (addresses.length === 0) return "unresolved";
		return addresses.every(isPublicAddress) ? "public" : "private";
	} catch {
		return "unresolved";
	}
}
