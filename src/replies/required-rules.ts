import { readRules } from "../self-identification/rules/read-rules.ts";
import type { StaticFiles } from "../shared/files/static-files.ts";
import type { Wait } from "./wait.ts";
import type { ReplyLimits } from "./write/reply-limits.ts";
import { retryDelayMs } from "./write/retry-policy.ts";

type Trying = {
	readonly limits: ReplyLimits;
	readonly wait: Wait;
	/** In [0, 1). */
	readonly random: () => number;
	readonly signal: AbortSignal;
};

const FAILURE = { retryable: true, retryAfterMs: null } as const;

/**
 * Reads what finds self-identification, which each reply needs: without it, nothing may be shown. Tries as often as a model is
 * called, with the same delays. Then it rejects, and the reply has failed for a reason that is the same for every arm.
 */
export async function requireRules(
	files: StaticFiles | undefined,
	{ limits, wait, random, signal }: Trying,
): Promise<void> {
	for (let tried = 1; ; tried++) {
		try {
			return await readRules(files);
		} catch (error) {
			const delayMs = retryDelayMs(FAILURE, tried, random(), limits);
			if (delayMs === null) throw error;
			await wait(delayMs, signal);
			signal.throwIfAborted();
		}
	}
}
