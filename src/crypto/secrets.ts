import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";

/** The Worker's secrets, as far as keys are derived from them. */
export type SecretBindings = {
	readonly IDENTITY_KEY?: string;
	readonly IDENTITY_KEY_PREVIOUS?: string;
	readonly BOOTSTRAP_KEY?: string;
};

/** What a key is for. No two purposes share one, so that none of them weakens another. */
export type Purpose = "session ids" | "study keys" | "sealed values" | "scopes of API keys";

const KEY_BYTES = 32;
const derived = new Map<string, Uint8Array>();

/**
 * Keys of 32 bytes for one purpose, by HKDF-SHA256 (RFC 5869). The first makes what is new; all of them read what there is, so
 * that IDENTITY_KEY can be replaced. Empty where no secret is bound.
 */
export function keysFor(bindings: SecretBindings, purpose: Purpose): readonly Uint8Array[] {
	const spare = MAY_LAPSE.includes(purpose) ? [bindings.BOOTSTRAP_KEY ?? ""] : [];
	return [...identityKeys(bindings), ...spare].filter((key) => key !== "").map((key) => keyFrom(key, purpose));
}

export const SHORTEST_KEY = 32;

export const hasStrongSecret = ({ IDENTITY_KEY = "" }: SecretBindings): boolean => IDENTITY_KEY.length >= SHORTEST_KEY;

/** The present one first, then those that it replaced. */
export function identityKeys({ IDENTITY_KEY = "", IDENTITY_KEY_PREVIOUS = "" }: SecretBindings): readonly string[] {
	const previous = IDENTITY_KEY_PREVIOUS.split(",").map((key) => key.trim());
	return [IDENTITY_KEY, ...previous].filter((key) => key !== "");
}

/** A MAC that nobody can check any more costs a look into D1, or a new API key. So a key that will be taken away is better than none. */
const MAY_LAPSE: readonly Purpose[] = ["session ids", "scopes of API keys"];

function keyFrom(secret: string, purpose: Purpose): Uint8Array {
	const name = `${purpose}\n${secret}`;
	const known = derived.get(name);
	if (known) return known;
	const bytes = (text: string) => new TextEncoder().encode(text);
	const key = hkdf(sha256, bytes(secret), undefined, bytes(`crossover ${purpose}`), KEY_BYTES);
	derived.set(name, key);
	return key;
}
