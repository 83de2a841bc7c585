import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { hexToBytes } from "@noble/hashes/utils.js";
import { derivedId, type Id } from "../../shared/id.ts";
import { canonicalJson } from "../../shared/json.ts";

export type Pseudonym = { readonly participant: Id<"participant">; readonly session: Id<"session"> };

/**
 * A participant's pseudonym within one study. The same person always gets the same session, without a lookup or a race.
 * Without the study's key, it is impossible to test whether a platform's id belongs to one of the pseudonyms.
 *
 * `key` is 32 bytes as hex. The HMAC-SHA256 (RFC 2104) covers a JSON array, so that ("ab", "c") and ("a", "bc") differ.
 */
export function pseudonymOf(key: string, source: string, externalId: string): Pseudonym {
	const participant = derivedId("participant", keyed(key, ["participant", source, externalId]));
	return { participant, session: derivedId("session", keyed(key, ["session", participant])) };
}

function keyed(key: string, parts: readonly string[]): string {
	const mac = hmac(sha256, hexToBytes(key), new TextEncoder().encode(canonicalJson(parts)));
	return Array.from(mac, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
