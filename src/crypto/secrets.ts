import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";

/** The Worker's secrets from which keys are derived. */
export type SecretBindings = {
	readonly IDENTITY_KEY?: string;
	readonly IDENTITY_KEY_PREVIOUS?: string;
	readonly BOOTSTRAP_KEY?: string;
};

/** Each purpose has its own key, so that no use of one weakens another. */
export type Purpose =
	| "session ids"
	| "study keys"
	| "sealed values"
	| "scopes of API keys"
	| "link keys"
	| "webhooks"
	| "dashboard sign-in";

const KEY_BYTES = 32;
const derived = new Map<string, Uint8Array>();

/**
 * 32-byte keys for one purpose, by HKDF-SHA256 (RFC 5869). New values use the first key; all keys can read old ones, so
 * IDENTITY_KEY can be replaced. Empty if no secret is bound.
 */
export function keysFor(bindings: SecretBindings, purpose: Purpose): readonly Uint8Array[] {
	const spare = MAY_LAPSE.includes(purpose) ? [bindings.BOOTSTRAP_KEY ?? ""] : [];
	return [...identityKeys(bindings), ...spare].filter((key) => key !== "").map((key) => keyFrom(key, purpose));
}

export const SHORTEST_KEY = 32;

export const hasStrongSecret = ({ IDENTITY_KEY = "" }: SecretBindings): boolean => IDENTITY_KEY.length >= SHORTEST_KEY;

/** The current key first, then its predecessors. */
export function identityKeys({ IDENTITY_KEY = "", IDENTITY_KEY_PREVIOUS = "" }: SecretBindings): readonly string[] {
	const previous = IDENTITY_KEY_PREVIOUS.split(",").map((key) => key.trim());
	return [IDENTITY_KEY, ...previous].filter((key) => key !== "");
}

/**
 * These purposes may use BOOTSTRAP_KEY, which will be removed one day. A MAC that can no longer be checked costs only a D1
 * query, a new API key, or another sign-in.
 */
const MAY_LAPSE: readonly Purpose[] = ["session ids", "scopes of API keys", "dashboard sign-in"];

function keyFrom(secret: string, purpose: Purpose): Uint8Array {
	const name = `${purpose}\n${secret}`;
	const known = derived.get(name);
	if (known) return known;
	const bytes = (text: string) => new TextEncoder().encode(text);
	const key = hkdf(sha256, bytes(secret), undefined, bytes(`crossover ${purpose}`), KEY_BYTES);
	derived.set(name, key);
	return key;
}
