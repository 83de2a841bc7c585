import { sha256 } from "@noble/hashes/sha2.js";

/** Each kind of id has its prefix, before the underscore. */
const PREFIXES = {
	study: "sy",
	session: "se",
	step: "st",
	message: "ms",
	participant: "pt",
	conversation: "cv",
	candidate: "ca",
	call: "mc",
	deviation: "dv",
	key: "ak",
	request: "rq",
	audit: "au",
	unblinding: "ub",
	warning: "wa",
	reentry: "re",
	submission: "su",
	report: "rr",
	judgement: "jd",
	judgementBatch: "jb",
	judgementLabel: "jl",
	webhook: "wh",
	event: "ev",
	delivery: "dl",
	simulation: "sm",
	simulated: "sp",
	simulationCall: "sc",
	simulationDeviation: "sd",
	simulationAnswer: "sa",
} as const;

export type IdKind = keyof typeof PREFIXES;
export type Id<K extends IdKind> = `${(typeof PREFIXES)[K]}_${string}`;

/** A source of random bytes. The Worker passes `crypto.getRandomValues`, a test passes a seeded source. */
export type RandomBytes = (length: number) => Uint8Array;

/** Crockford's base 32 in lower case: no two characters look alike. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Encodes the first `length * 5` bits, 5 bits a character. */
export function base32(bytes: Uint8Array, length: number): string {
	let text = "";
	let bits = 0;
	let value = 0;
	for (const byte of bytes) {
		value = (value << 8) | byte;
		bits += 8;
		while (bits >= 5 && text.length < length) {
			bits -= 5;
			text += ALPHABET[(value >>> bits) & 31];
		}
		value &= (1 << bits) - 1;
	}
	return text;
}

/** A fresh id of 120 random bits. */
export function newId<K extends IdKind>(kind: K, random: RandomBytes): Id<K> {
	return `${PREFIXES[kind]}_${base32(random(15), 24)}` as Id<K>;
}

/**
 * The same parts always give the same id, so that a repeated write changes nothing. Parts are length-prefixed before hashing:
 * ("ab", "c") and ("a", "bc") differ.
 */
export function derivedId<K extends IdKind>(kind: K, ...parts: readonly (string | number)[]): Id<K> {
	const text = parts.map((part) => `${String(part).length}:${part}`).join("");
	return `${PREFIXES[kind]}_${base32(sha256(new TextEncoder().encode(text)), 24)}` as Id<K>;
}

/** Whether the text has the form of such an id. The id may still be unknown. */
export function isId<K extends IdKind>(kind: K, text: string): text is Id<K> {
	return text.startsWith(`${PREFIXES[kind]}_`) && /^[0-9a-hjkmnp-tv-z]{24}$/.test(text.slice(3));
}
