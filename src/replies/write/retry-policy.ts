import type { ModelFailure } from "../../models/model-types.ts";
import type { ReplyLimits } from "./reply-limits.ts";

/**
 * The delay before the next call, or null for no retry. Exponential with full jitter (half to one and a half times), so
 * that the candidates of many sessions do not return together, and never earlier than the server's `Retry-After`. `tried`
 * counts the calls so far; `random` is in [0, 1).
 */
export function retryDelayMs(
	failure: Pick<ModelFailure, "retryable" | "retryAfterMs">,
	tried: number,
	random: number,
	limits: Pick<ReplyLimits, "tries" | "backoffMs" | "retryAfterCapMs">,
): number | null {
	if (!failure.retryable || tried >= limits.tries) return null;
	const requestedMs = failure.retryAfterMs ?? 0;
	if (requestedMs > limits.retryAfterCapMs) return null;
	return Math.max(requestedMs, Math.round(limits.backoffMs * 2 ** (tried - 1) * (0.5 + random)));
}
