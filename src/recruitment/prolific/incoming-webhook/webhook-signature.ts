import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { sameText } from "../../../crypto/same-text.ts";
import { toBase64 } from "../../../shared/base64.ts";

/** Older requests are refused, so that a copied request cannot be sent again later. Prolific signs each retry anew. */
const LONGEST_AGE_MS = 5 * 60_000;
const CLOCK_SKEW_MS = 60_000;

export type SignedRequest = {
	readonly signature: string | undefined;
	readonly timestamp: string | undefined;
	readonly body: Uint8Array;
};

/** Base 64 of the HMAC-SHA256 over the timestamp and the body, without a separator. */
export function signatureOf(secret: string, timestamp: string, body: Uint8Array): string {
	const mac = hmac.create(sha256, utf8(secret)).update(utf8(timestamp)).update(body);
	return toBase64(mac.digest());
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * When the request was signed, or null if no secret signed it recently. All secrets are compared, each in constant
 * time, and a refusal gives no reason.
 */
export function signedAtMs(
	{ signature = "", timestamp = "", body }: SignedRequest,
	secrets: readonly string[],
	nowMs: number,
): number | null {
	const atMs = unixMs(timestamp);
	const fits = secrets.filter((secret) => sameText(signature, signatureOf(secret, timestamp, body)));
	if (atMs === null || fits.length === 0) return null;
	const ageMs = nowMs - atMs;
	return ageMs > LONGEST_AGE_MS || ageMs < -CLOCK_SKEW_MS ? null : atMs;
}

/** Seconds since the epoch, or milliseconds. Null if the text is neither. */
export function unixMs(text: string): number | null {
	if (/^\d{13}$/.test(text)) return Number(text);
	return /^\d{9,10}(\.\d{1,9})?$/.test(text) ? Math.floor(Number(text) * 1000) : null;
}

export const secretsOf = (listed: string | undefined): readonly string[] =>
	(listed ?? "")
		.split(",")
		.map((secret) => secret.trim())
		.filter((secret) => secret !== "");
