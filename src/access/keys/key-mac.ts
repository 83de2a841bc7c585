import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { sameText } from "../../crypto/same-text.ts";
import { keysFor, type SecretBindings } from "../../crypto/secrets.ts";
import { base32 } from "../../shared/id.ts";
import { canonicalJson } from "../../shared/json.ts";

/** The row of a key in D1. */
type KeyRow = {
	readonly id: string;
	readonly hash: string;
	readonly scopes: readonly string[];
	readonly studies?: readonly string[] | null;
	readonly expiresAt?: string | null;
};

/** 32 characters of base 32 are 160 bits. */
const LENGTH = 32;

/** The limits of a key are covered too. Keys without limits keep their earlier form. */
function macWith(key: Uint8Array, { id, hash, scopes, studies = null, expiresAt = null }: KeyRow): string {
	const limits = studies === null && expiresAt === null ? [] : [{ studies: studies && [...studies].sort(), expiresAt }];
	const text = canonicalJson([id, hash, [...scopes].sort(), ...limits]);
	return base32(hmac(sha256, key, new TextEncoder().encode(text)), LENGTH);
}

/** Proves that the Worker granted these scopes. Null if the Worker has no secret. */
export function macOf(row: KeyRow, bindings: SecretBindings): string | null {
	const [key] = keysFor(bindings, "scopes of API keys");
	return key ? macWith(key, row) : null;
}

/** The effective scopes. `unblind` needs a valid MAC, because a person with write access to D1 could add it to a row. */
export function grantedScopes(row: KeyRow & { readonly mac: string | null }, bindings: SecretBindings): string[] {
	const { mac, scopes } = row;
	const isProven = keysFor(bindings, "scopes of API keys").some(
		(key) => mac !== null && sameText(mac, macWith(key, row)),
	);
	return isProven ? [...scopes] : scopes.filter((scope) => scope !== "unblind");
}
