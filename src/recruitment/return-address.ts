import { originOf } from "../protocol/schema/formats/origin.ts";
import type { Protocol } from "../protocol/schema/schema.ts";

/**
 * Whether the study allows this return address. Compares origins and not prefixes, because `https://a.example.evil.org` starts
 * with `https://a.example`.
 */
export function mayReturnTo(protocol: Pick<Protocol, "recruitment">, returnUrl: string): boolean {
	const origin = originOf(returnUrl);
	return origin !== null && protocol.recruitment.returnUrls.some((allowed) => originOf(allowed) === origin);
}
