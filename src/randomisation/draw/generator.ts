import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * The generator of every draw: the counter-mode key derivation of NIST SP 800-108r1 (section 4.1) over HMAC-SHA-256, without
 * the optional length field. Block i (from 1) is HMAC(seed, i as 32 bits || "crossover-drbg/1" || 0x00 || purpose), read as
 * eight 32-bit words, all big-endian. `openssl kdf … KBKDF` writes the same bytes, so anybody can check a draw without us.
 *
 * A changed algorithm gets a new version beside this one: what version 1 drew must be drawn again for as long as there are studies.
 */
export const GENERATOR = "crossover-drbg/1";

/** One stream of words. Streams of different purposes are independent, so no draw moves another when something is added. */
export type RandomStream = {
	/** Uniform on 0 … 2^32 - 1. */
	readonly word: () => number;
};

/** A seed is 64 hex digits (256 bits). */
export const isSeed = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** What a stream is for, written as a JSON array: ("a", "bc") and ("ab", "c") never meet. */
export type Purpose = readonly (string | number)[];

/** The stream of one purpose. Throws a RangeError on a seed that is not 64 hex digits in lower case. */
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

/** A seed of its own for something below the seed's owner, such as one participant: the first block of the purpose's stream. */
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
 * Uniform on 0 … bound - 1, without the bias of a bare remainder: words of the last, incomplete run of `bound` are thrown
 * away, less than half of all. `bound` is a whole number from 1 to 2^32.
 */
export function below(stream: RandomStream, bound: number): number {
	if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32) throw new RangeError(`no whole number below ${bound}`);
	const limit = 2 ** 32 - (2 ** 32 % bound);
	let word = stream.word();
	while (word >= limit) word = stream.word();
	return word % bound;
}

/** True with the given probability, from 53 random bits (two words, as `genrand_res53` of the Mersenne Twister reads them). */
export function chance(stream: RandomStream, probability: number): boolean {
	const high = stream.word() >>> 5;
	const low = stream.word() >>> 6;
	return (high * 2 ** 26 + low) / 2 ** 53 < probability;
}

/** A uniformly drawn order, as Fisher and Yates (1938) draw it: strike out one of those that are left until none is. */
export function shuffle<T>(stream: RandomStream, items: readonly T[]): T[] {
	const left = [...items];
	const drawn: T[] = [];
	while (left.length > 0) drawn.push(...left.splice(below(stream, left.length), 1));
	return drawn;
}
