import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * The generator of every draw: the counter-mode key derivation of NIST SP 800-108r1 (section 4.1) over HMAC-SHA-256,
 * without the optional length field. Block i (from 1) is HMAC(seed, i as 32 bits || "crossover-drbg/1" || 0x00 ||
 * purpose), read as eight 32-bit words, all big-endian. `openssl kdf … KBKDF` writes the same bytes, so anybody can check
 * a draw without this code.
 *
 * A changed algorithm gets a new version beside this one, because verification has to repeat the draws of version 1.
 */
export const GENERATOR = "crossover-drbg/1";

/** One stream of words. Streams of different purposes are independent, so an additional draw does not change the others. */
export type RandomStream = {
	/** Uniform on 0 … 2^32 - 1. */
	readonly word: () => number;
};

/** A seed is 64 hex digits (256 bits). */
export const isSeed = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** The purpose of a stream, written as a JSON array, so that ("a", "bc") and ("ab", "c") differ. */
export type Purpose = readonly (string | number)[];

/** The stream of one purpose. Throws a RangeError if the seed is not 64 lower-case hex digits. */
export function randomStream(seed: string, purpose: Purpose): RandomStream {
	const block = blocks(seed, purpose);
	let counter = 0;
	let current: DataView = new DataView(new ArrayBuffer(0));
	let offset = 0;
	return {
		word: () => {
			if (offset === current.byteLength) {
				counter += 1;
				const bytes = block(counter);
				current = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
				offset = 0;
			}
			const word = current.getUint32(offset);
			offset += 4;
			return word;
		},
	};
}

/** A separate seed for something below the seed's owner, such as a participant: the first block of the purpose's stream. */
export const derivedSeed = (seed: string, purpose: Purpose): string => bytesToHex(blocks(seed, purpose)(1));

function blocks(seed: string, purpose: Purpose): (counter: number) => Uint8Array {
	if (!isSeed(seed)) throw new RangeError("a seed is 64 hex digits");
	const key = hexToBytes(seed);
	const fixed = concatBytes(utf8ToBytes(GENERATOR), new Uint8Array([0]), utf8ToBytes(JSON.stringify(purpose)));
	return (counter) => {
		const index = new Uint8Array(4);
		new DataView(index.buffer).setUint32(0, counter);
		return hmac(sha256, key, concatBytes(index, fixed));
	};
}

/**
 * Uniform on 0 … bound - 1. Words of the last, incomplete run of `bound` are skipped (less than half of all), because a
 * bare remainder would be biased. `bound` is a whole number from 1 to 2^32.
 */
export function below(stream: RandomStream, bound: number): number {
	if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) throw new RangeError(`no whole number below ${bound}`);
	const limit = 2 ** 32 - (2 ** 32 % bound);
	let word = stream.word();
	while (word >= limit) word = stream.word();
	return word % bound;
}

/** True with the given probability, from 53 random bits (two words, read like `genrand_res53` of the Mersenne Twister). */
export function chance(stream: RandomStream, probability: number): boolean {
	const high = stream.word() >>> 5;
	const low = stream.word() >>> 6;
	return (high * 2 ** 26 + low) / 2 ** 53 < probability;
}

/** A uniformly drawn order by the method of Fisher and Yates (1938): take out one of the remaining items until none is left. */
export function shuffle<T>(stream: RandomStream, items: readonly T[]): T[] {
	const left = [...items];
	const drawn: T[] = [];
	while (left.length > 0) drawn.push(...left.splice(below(stream, left.length), 1));
	return drawn;
}
