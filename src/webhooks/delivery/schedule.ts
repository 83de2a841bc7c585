const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** When attempts are made, counted from the first one: the schedule that Standard Webhooks recommends. */
const OFFSETS_MS: readonly number[] = [
	0,
	5 * SECOND,
	5 * MINUTE,
	30 * MINUTE,
	2 * HOUR,
	5 * HOUR,
	10 * HOUR,
	14 * HOUR,
	20 * HOUR,
	24 * HOUR,
];

/** Up to a tenth later, so that deliveries which failed together do not all come back at once. */
const JITTER = 0.1;
/** After an attempt that was itself late, such as after an outage of the Worker. */
const SHORTEST_PAUSE_MS = 5 * SECOND;
const LONGEST_RETRY_AFTER_MS = 12 * HOUR;

export const MOST_ATTEMPTS = OFFSETS_MS.length;

export type Failed = {
	readonly firstAtMs: number;
	/** Attempts so far, with the one that has just failed. */
	readonly attempts: number;
	readonly nowMs: number;
	/** What the receiver asked for. Null: nothing. */
	readonly retryAfterMs: number | null;
	/** From 0 to 1. */
	readonly random: number;
};

/** When to try again. Null after the last attempt. */
export function nextAttemptAtMs({ firstAtMs, attempts, nowMs, retryAfterMs, random }: Failed): number | null {
	const offset = OFFSETS_MS[attempts];
	if (offset === undefined) return null;
	const pause = Math.max(SHORTEST_PAUSE_MS, Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS));
	return Math.round(Math.max(firstAtMs + offset * (1 + JITTER * random), nowMs + pause));
}

/** Milliseconds that a `Retry-After` header asks for: seconds, or a date (RFC 9110). Null if it is missing or neither. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
	const text = header?.trim() ?? "";
	if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND;
	const at = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
