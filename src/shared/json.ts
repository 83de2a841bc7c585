import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** RFC 8785: the canonical JSON text of a value, so that equal values have equal hashes. */
export function canonicalJson(value: unknown): string {
	const text = canonicalize(value);
	if (text === undefined) throw new Error("not a JSON value");
	return text;
}

/** `sha256:` and 64 hex digits of the UTF-8 text. */
export const sha256Of = (text: string): string => `sha256:${bytesToHex(sha256(new TextEncoder().encode(text)))}`;

/** RFC 6901: `["answers", "q/1"]` is `/answers/q~1`; the whole document is the empty text. */
export const pointer = (path: readonly PropertyKey[]): string =>
	path.map((part) => `/${String(part).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");

/** The fields without those that are null. In the contract, null and a missing field mean the same. */
export const withoutNulls = <T>(fields: Readonly<Record<string, T | null>>): Record<string, T> =>
	Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, T] => entry[1] !== null));

const encoder = new TextEncoder();

/** The size of a text in a JSON document in bytes, without its quotes. */
export const jsonBytes = (text: string): number => encoder.encode(JSON.stringify(text)).length - 2;

const CUT = "…";

/** The text, cut to `most` bytes if it is longer, with a mark at the cut. Never cuts a character in half. */
export function cutToBytes(text: string, most: number): string {
	if (jsonBytes(text) <= most) return text;
	let [kept, left] = ["", most - jsonBytes(CUT)];
	for (const character of text) {
		left -= jsonBytes(character);
		if (left < 0) break;
		kept += character;
	}
	return kept + CUT;
}
