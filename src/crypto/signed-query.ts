import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

type Parameter = readonly [name: string, value: string];

/**
 * Parameters as one text, whatever their order and encoding in an address: names and values are percent-encoded in UTF-8 by
 * RFC 3986, sorted by encoded name and then by encoded value, and joined. RFC 5849 (OAuth 1.0, section 3.4.1.3.2) does the same.
 */
export const canonicalQuery = (parameters: readonly Parameter[]): string =>
	parameters
		.map(([name, value]) => [encoded(name), encoded(value)] as const)
		.sort(([name, value], [otherName, otherValue]) => inOrder(name, otherName) || inOrder(value, otherValue))
		.map(([name, value]) => `${name}=${value}`)
		.join("&");

/** `encodeURIComponent` leaves these as they are, RFC 3986 does not. */
const encoded = (text: string): string =>
	encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** HMAC-SHA256 (RFC 2104) in hex. The key is used as it was shown, in UTF-8. */
export const signatureOf = (key: string, parameters: readonly Parameter[]): string => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	return bytesToHex(hmac(sha256, bytes(key), bytes(canonicalQuery(parameters))));
};
