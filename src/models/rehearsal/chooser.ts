import { sha256 } from "@noble/hashes/sha2.js";

/** Choices that are the same for the same text, so that a rehearsal can be repeated word for word. */
export class Chooser {
	#state: number;

	constructor(text: string) {
		const [a = 0, b = 0, c = 0, d = 0] = sha256(new TextEncoder().encode(text));
		this.#state = (a << 24) | (b << 16) | (c << 8) | d;
	}

	/** Mulberry32, in [0, 1): good enough to vary phrases, but not for randomisation. */
	#next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** True once in `outOf` times. */
	chance(outOf: number): boolean {
		return this.#next() * outOf < 1;
	}

	one(options: readonly string[]): string {
		return this.some(options, 1)[0] ?? "";
	}

	/** `count` different options, in a drawn order. */
	some(options: readonly string[], count: number): string[] {
		const left = [...options];
		return Array.from({ length: Math.min(count, left.length) }, () =>
			left.splice(Math.floor(this.#next() * left.length), 1),
		).flat();
	}
}
