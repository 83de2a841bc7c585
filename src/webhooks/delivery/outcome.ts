import { retryAfterMs } from "./schedule.ts";

/**
 * How an attempt ended. `refused`: another status than 2xx. `redirected`: 3xx, which is never followed. `gone`: 410, after
 * which nothing more is sent there. `private_address`: the name leads into a private network. The receiver's words and the
 * reason of a failed connection are not kept, because they could describe a network.
 */
export type OutcomeKind =
	| "delivered"
	| "refused"
	| "redirected"
	| "gone"
	| "timed_out"
	| "unreachable"
	| "unresolved"
	| "private_address";

export type Outcome = {
	readonly kind: OutcomeKind;
	/** Null if there was no response. */
	readonly status: number | null;
	readonly retryAfterMs: number | null;
};

export const withoutResponse = (kind: "timed_out" | "unreachable" | "unresolved" | "private_address"): Outcome => ({
	kind,
	status: null,
	retryAfterMs: null,
});

/** `retryAfter` is the header. */
export function outcomeOf(status: number, retryAfter: string | null, nowMs: number): Outcome {
	const kind = kindOf(status);
	return { kind, status, retryAfterMs: kind === "delivered" ? null : retryAfterMs(retryAfter, nowMs) };
}

function kindOf(status: number): OutcomeKind {
	if (status >= 200 && status < 300) return "delivered";
	if (status >= 300 && status < 400) return "redirected";
	return status === 410 ? "gone" : "refused";
}
