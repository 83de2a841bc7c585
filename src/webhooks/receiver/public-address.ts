import ipaddr from "ipaddr.js";

/** All public IPv6 addresses so far (RFC 4291). `::127.0.0.1` and other old forms of IPv4 addresses are outside. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether this is an IP address of the public internet. False for a name. NAT64, 6to4 and Teredo addresses are not public: they
 * carry an IPv4 address, to which a gateway would connect.
 */
export function isPublicAddress(text: string): boolean {
	const address = withoutBrackets(text);
	if (!ipaddr.isValid(address)) return false;
	// `process` reads an IPv4 address out of its IPv6 form.
	const parsed = ipaddr.process(address);
	return parsed.range() === "unicast" && (parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6));
}

/** Whether this is an IP address and no name, as `URL.hostname` writes it. */
export const isAddress = (hostname: string): boolean => ipaddr.isValid(withoutBrackets(hostname));

const withoutBrackets = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, "$1");

/** Names that never lead to the public internet (RFC 6761, RFC 6762, RFC 8375, and ICANN's reserved `internal`). */
const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid|onion)\.?$/;

/** A name with a dot that is not reserved for private use. Where it leads is checked before each delivery. */
const isPublicName = (hostname: string): boolean =>
	/[^.]\.[^.]/.test(hostname) && !PRIVATE_NAMES.test(hostname.toLowerCase());

/** As `URL.hostname` writes it. */
export const isPublicHost = (hostname: string): boolean =>
	isAddress(hostname) ? isPublicAddress(hostname) : isPublicName(hostname);
