import { type Bucket, FULL, type Limit, take } from "./token-bucket.ts";

/** More keys are a flood from many addresses. The object's memory is bounded, so buckets are deleted, full ones first. */
const MOST_KEYS = 20_000;

/** Token buckets by key. They are not stored, so all are full after an eviction. */
export class Buckets {
	readonly #buckets = new Map<string, Bucket>();
	readonly #mostKeys: number;

	constructor(mostKeys: number = MOST_KEYS) {
		this.#mostKeys = mostKeys;
	}

	get size(): number {
		return this.#buckets.size;
	}

	/** Milliseconds to wait. Null if the request is allowed. */
	take(key: string, limit: Limit, nowMs: number): number | null {
		const taken = take(this.#buckets.get(key) ?? FULL, limit, nowMs);
		if (!taken.allowed) return taken.retryAfterMs;
		this.#buckets.set(key, taken.bucket);
		if (this.#buckets.size > this.#mostKeys) this.#forget(nowMs);
		return null;
	}

	#forget(nowMs: number): void {
		for (const [key, { fullAtMs }] of this.#buckets) if (fullAtMs <= nowMs) this.#buckets.delete(key);
		// If still too many are left, the oldest tenth is deleted.
		const excess = this.#buckets.size > this.#mostKeys ? Math.ceil(this.#mostKeys / 10) : 0;
		for (const key of [...this.#buckets.keys()].slice(0, excess)) this.#buckets.delete(key);
	}
}
