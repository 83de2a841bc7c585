/** One IPv6 customer has a whole /64 network and can use a new address for each request. */
const SIGNIFICANT_GROUPS = 4;

/** The origin under which a request is counted: an IPv4 address or a /64 network. Null if the platform does not send it. */
export function originOfRequest(headers: Headers): string | null {
	const address = headers.get("CF-Connecting-IP");
	if (address === null || address === "") return null;
	return address.includes(":") ? groupsOf(address).slice(0, SIGNIFICANT_GROUPS).join(":") : address;
}

/** The eight groups of an IPv6 address, with `::` expanded. */
function groupsOf(address: string): string[] {
	const [head = "", tail] = address.toLowerCase().split("::");
	const [before, after] = [head, tail ?? ""].map((part) => (part === "" ? [] : part.split(":")));
	const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
	return [...(before ?? []), ...Array<string>(Math.max(0, missing)).fill("0"), ...(after ?? [])];
}
