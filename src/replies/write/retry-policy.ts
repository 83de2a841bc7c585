import type { ModelFailure } from "../../models/port.ts";
import type { ReplyLimits } from "./reply-limits.ts";

/**
 * How long to wait before the next try, null for none. Exponential with full-width jitter (half to one and a half times),
 * so that the candidates of many sessions do not come back together; never before the server's `Retry-After`.
 * `tried` counts the tries so far, `random` is in [0, 1).
 */
export function retryDelayMs(
	failure: Pick<ModelFailure, "retryable" | "retryAfterMs">,
	tried: number,
	random: number,
	limits: Pick<ReplyLimits, "tries" | "backoffMs" | "retryAfterCapMs">,
): number | null {
	if (!failure.retryable || tried >= limits.tries) return null;
	const askedFor = failure.retryAfterMs ?? 0;
	if (askedFor > limits.retryAfterCapMs) return null;
	return Math.max(askedFor, Math.round(limits.backoffMs * 2 ** (tried - 1) * (0.5 + random)));
}
