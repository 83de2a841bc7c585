import { originOf } from "../protocol/origin.ts";
import type { Protocol } from "../protocol/schema.ts";

/**
 * May a participant be sent there afterwards? Origins are compared, not beginnings of text: `https://a.example.evil.org`
 * begins like `https://a.example`.
 */
export function mayReturnTo(protocol: Protocol, returnUrl: string): boolean {
	const origin = originOf(returnUrl);
	return origin !== null && protocol.recruitment.returnUrls.some((allowed) => originOf(allowed) === origin);
}
