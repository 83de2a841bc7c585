import { LATE_STEP_MS, type Pace, presentationMs } from "../present/pace.ts";
import type { StoredReply } from "./frame.ts";
import type { ReplyLimits } from "./reply-limits.ts";

/** What of a reply's request decides it. */
type Presenting = {
	readonly startedAtMs: number;
	readonly pace: Pace;
	readonly screening?: object;
	readonly candidates: readonly { readonly slot: string }[];
};

/**
 * How long the next frame of text alone may wait after the last one. Storing a frame costs more than all else that a token
 * costs, and under a pace nobody sees text as it comes. So while what is stored lasts for longer than a model may be late, frames
 * are rare. The text appears at the same times: the pace looks no further ahead than one late step. Masks depend on text that is
 * not stored yet, so screened replies have frames as usual.
 */
export function frameIntervalMs(
	{ startedAtMs, pace, screening, candidates }: Presenting,
	stored: StoredReply,
	{
		nowMs,
		limits,
	}: { readonly nowMs: number; readonly limits: Pick<ReplyLimits, "frameMs" | "unpacedFrameMs" | "longestFrameMs"> },
): number {
	if (pace === "as-is") return limits.unpacedFrameMs;
	if (screening) return limits.frameMs;
	const lengths = candidates.map(({ slot }) => {
		const { text = "", state = "writing" } = stored[slot] ?? {};
		return state === "writing" ? text.length : Number.POSITIVE_INFINITY;
	});
	const lastsUntilMs = startedAtMs + presentationMs(Math.min(...lengths), pace);
	const spareMs = lastsUntilMs - nowMs - LATE_STEP_MS - limits.frameMs;
	return Math.max(limits.frameMs, Math.min(limits.longestFrameMs, spareMs));
}
