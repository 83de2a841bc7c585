import { type Bucket, FULL, type Limit, take } from "./token-bucket.ts";

/** More keys than this are a flood from many addresses: the memory of an object is bounded, and full buckets go first. */
const MOST_KEYS = 20_000;

/** Many buckets, each under its key. Nothing is stored: after an eviction all are full. */
export class Buckets {
	readonly #buckets = new Map<string, Bucket>();
	readonly #mostKeys: number;

	constructor(mostKeys: number = MOST_KEYS) {
		this.#mostKeys = mostKeys;
	}

	get size(): number {
		return this.#buckets.size;
	}

	/** Milliseconds to wait, null where the request is let in. */
	take(key: string, limit: Limit, nowMs: number): number | null {
		const taken = take(this.#buckets.get(key) ?? FULL, limit, nowMs);
		if (!taken.allowed) return taken.retryAfterMs;
		this.#buckets.set(key, taken.bucket);
		if (this.#buckets.size > this.#mostKeys) this.#forget(nowMs);
		return null;
	}

	#forget(nowMs: number): void {
		for (const [key, { fullAtMs }] of this.#buckets) if (fullAtMs <= nowMs) this.#buckets.delete(key);
		// None was full: the keys that came first make room, a tenth at a time.
		const tooMany = this.#buckets.size > this.#mostKeys ? Math.ceil(this.#mostKeys / 10) : 0;
		for (const key of [...this.#buckets.keys()].slice(0, tooMany)) this.#buckets.delete(key);
	}
}
