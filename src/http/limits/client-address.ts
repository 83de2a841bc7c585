/** IPv6: one customer has a whole /64 and may send each request from another address of it. */
const SIGNIFICANT_GROUPS = 4;

/** What requests of one origin are counted under, null where the platform does not say where a request is from. */
export function originOfRequest(headers: Headers): string | null {
	const address = headers.get("CF-Connecting-IP");
	if (address === null || address === "") return null;
	return address.includes(":") ? groupsOf(address).slice(0, SIGNIFICANT_GROUPS).join(":") : address;
}

/** The eight groups of an IPv6 address, `::` written out. */
function groupsOf(address: string): string[] {
	const [head = "", tail] = address.toLowerCase().split("::");
	const [before, after] = [head, tail ?? ""].map((part) => (part === "" ? [] : part.split(":")));
	const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
	return [...(before ?? []), ...Array<string>(Math.max(0, missing)).fill("0"), ...(after ?? [])];
}
