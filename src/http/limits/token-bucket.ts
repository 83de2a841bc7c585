/** `capacity` requests at once, and again as many in each `periodMs` after that. */
export type Limit = { readonly capacity: number; readonly periodMs: number };

/**
 * A token bucket, kept as one time: the one at which it is full again (the generic cell rate algorithm, ITU-T I.371). A bucket that is
 * full needs no memory.
 */
export type Bucket = { readonly fullAtMs: number };

export const FULL: Bucket = { fullAtMs: 0 };

export type Taken =
	| { readonly allowed: true; readonly bucket: Bucket }
	| { readonly allowed: false; readonly retryAfterMs: number };

/** Takes one request out of the bucket. What is refused costs nothing, so that whoever waits as long as told is let in. */
export function take({ fullAtMs }: Bucket, { capacity, periodMs }: Limit, nowMs: number): Taken {
	const costMs = periodMs / capacity;
	const next = Math.max(fullAtMs, nowMs) + costMs;
	const overMs = next - nowMs - periodMs;
	// Sums of fractions: a thousandth of a request is nothing.
	if (overMs > costMs / 1000) return { allowed: false, retryAfterMs: Math.ceil(overMs) };
	return { allowed: true, bucket: { fullAtMs: next } };
}
