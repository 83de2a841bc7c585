import { gcm } from "@noble/ciphers/aes.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { fromBase64, toBase64 } from "../shared/base64.ts";
import { base32, type RandomBytes } from "../shared/id.ts";
import { ProblemError } from "../shared/problem.ts";
import { randomBytes } from "./random-bytes.ts";
import { keysFor, type Purpose, type SecretBindings } from "./secrets.ts";

export type { SecretBindings };

/**
 * Encrypts stored values under a key of the Worker, so that a copy of the database does not reveal them. Without a secret,
 * values are stored as in older installations: bytes in base 64, texts unchanged. Both forms can always be read.
 */
export type Cipher = {
	readonly seal: (bytes: Uint8Array) => string;
	/** Throws a ProblemError if no bound secret fits or the value was changed. */
	readonly open: (stored: string) => Uint8Array;
	/** `about` is authenticated: a text can be opened only with the same `about`. */
	readonly sealText: (text: string, about: string) => string;
	readonly openText: (stored: string, about: string) => string;
	/** Whether the value is stored under the current key. */
	readonly isCurrent: (stored: string) => boolean;
};

const VERSION = "v1";
const NONCE_BYTES = 12;
const KEY_NAME_LENGTH = 8;

/** `v1.{name of the key}.{nonce and ciphertext}`. Neither base 64 nor JSON can begin like this. */
const isEncrypted = (stored: string): boolean => stored.startsWith(`${VERSION}.`);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** AES-256-GCM (NIST SP 800-38D) under random nonces of 96 bits: safe for 2^32 values a key. */
export function cipherOf(bindings: SecretBindings, purpose: Purpose, random: RandomBytes = randomBytes): Cipher {
	const keys = keysFor(bindings, purpose).map((key) => ({ key, name: nameOf(key) }));
	const [current] = keys;

	function encrypt({ key, name }: Key, bytes: Uint8Array, about: string): string {
		const nonce = random(NONCE_BYTES);
		const ciphertext = gcm(key, nonce, utf8(about)).encrypt(bytes);
		const both = new Uint8Array(NONCE_BYTES + ciphertext.length);
		both.set(nonce);
		both.set(ciphertext, NONCE_BYTES);
		return `${VERSION}.${name}.${toBase64(both)}`;
	}

	function decrypt(stored: string, about: string): Uint8Array {
		const [, name = "", text = ""] = stored.split(".");
		const found = keys.find((key) => key.name === name);
		if (!found) throw withoutKey();
		const bytes = fromBase64(text);
		return gcm(found.key, bytes.subarray(0, NONCE_BYTES), utf8(about)).decrypt(bytes.subarray(NONCE_BYTES));
	}

	return {
		seal: (bytes) => (current ? encrypt(current, bytes, "") : toBase64(bytes)),
		open: (stored) => (isEncrypted(stored) ? decrypt(stored, "") : fromBase64(stored)),
		sealText: (text, about) => (current ? encrypt(current, utf8(text), about) : text),
		openText: (stored, about) => (isEncrypted(stored) ? textOf(decrypt(stored, about)) : stored),
		isCurrent: (stored) => !current || stored.startsWith(`${VERSION}.${current.name}.`),
	};
}

/** The cipher for arms, fittings and calls, the values of type `Sealed`. */
export const sealCipherOf = (bindings: SecretBindings): Cipher => cipherOf(bindings, "sealed values");

type Key = { readonly key: Uint8Array; readonly name: string };

/** Distinguishes keys without revealing anything about them. */
const nameOf = (key: Uint8Array): string => base32(sha256(key), KEY_NAME_LENGTH);

const withoutKey = () =>
	new ProblemError({
		code: "bad_environment",
		detail:
			"Stored values are encrypted under an IDENTITY_KEY that is not bound. Bind it again, or list it in IDENTITY_KEY_PREVIOUS.",
	});
