import { type Pace, presentationMs } from "../generation/pace.ts";
import type { Course, Study, Turn } from "./state.ts";

/** Nobody waits on a simulated participant's behalf: pace blinds people. */
export const paceOf = (study: Study, { facts }: Course): Pace =>
	facts.pool === "simulated" ? "as-is" : study.protocol.blinding.pace;

/**
 * When a reply had been seen, by what was asked, when, and what was shown at which pace: for rows that researchers read. When
 * it was in fact would tell how fast its model is.
 */
export function seenAtMs(study: Study, state: Course, { repliedSinceMs, candidates }: Turn): number {
	const longest = Math.max(0, ...candidates.map(({ text, shown }) => (shown ?? text).length));
	return repliedSinceMs + presentationMs(longest, paceOf(study, state));
}

/** The time of an event, or, where a reply brought it about in the same moment, when that had been seen. */
export function toldAtMs(study: Study, state: Course, atMs: number): number {
	const turns = state.conversations.flatMap((conversation) => conversation.turns);
	const cause = turns.findLast(({ writtenAtMs }) => writtenAtMs === atMs);
	return cause ? seenAtMs(study, state, cause) : atMs;
}
