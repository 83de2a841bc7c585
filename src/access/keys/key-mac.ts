import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { keysFor, type SecretBindings } from "../../crypto/secrets.ts";
import { base32 } from "../../shared/id.ts";
import { canonicalJson } from "../../shared/json.ts";
import { sameText } from "../../shared/same-text.ts";

/** What a row of D1 says of a key. */
type KeyRow = { readonly id: string; readonly hash: string; readonly scopes: readonly string[] };

/** In base 32: 160 bits. */
const LENGTH = 32;

const macWith = (key: Uint8Array, { id, hash, scopes }: KeyRow): string =>
	base32(hmac(sha256, key, new TextEncoder().encode(canonicalJson([id, hash, [...scopes].sort()]))), LENGTH);

/** That these scopes were given by the Worker. Null where it has no secret. */
export function macOf(row: KeyRow, bindings: SecretBindings): string | null {
	const [key] = keysFor(bindings, "scopes of API keys");
	return key ? macWith(key, row) : null;
}

/** The scopes that count: `unblind` only where the Worker gave it. Whoever writes D1 could write it there. */
export function grantedScopes(row: KeyRow & { readonly mac: string | null }, bindings: SecretBindings): string[] {
	const { mac, scopes } = row;
	const isGiven = keysFor(bindings, "scopes of API keys").some(
		(key) => mac !== null && sameText(mac, macWith(key, row)),
	);
	return isGiven ? [...scopes] : scopes.filter((scope) => scope !== "unblind");
}
