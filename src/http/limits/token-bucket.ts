/** Allows `capacity` requests at once, and as many again in each `periodMs` after that. */
export type Limit = { readonly capacity: number; readonly periodMs: number };

/**
 * A token bucket, stored as the time at which it is full again (the generic cell rate algorithm, ITU-T I.371). A full bucket
 * needs no memory.
 */
export type Bucket = { readonly fullAtMs: number };

export const FULL: Bucket = { fullAtMs: 0 };

export type Taken =
	| { readonly allowed: true; readonly bucket: Bucket }
	| { readonly allowed: false; readonly retryAfterMs: number };

/** Takes one token. A refused request takes none, so that a client that waits for `retryAfterMs` is allowed. */
export function take({ fullAtMs }: Bucket, { capacity, periodMs }: Limit, nowMs: number): Taken {
	const costMs = periodMs / capacity;
	const next = Math.max(fullAtMs, nowMs) + costMs;
	const overMs = next - nowMs - periodMs;
	// Sums of fractions are not exact, so an excess below a thousandth of a request is ignored.
	if (overMs > costMs / 1000) return { allowed: false, retryAfterMs: Math.ceil(overMs) };
	return { allowed: true, bucket: { fullAtMs: next } };
}
