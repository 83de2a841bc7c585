import { LATE_STEP_MS, type Pace, presentationMs } from "../../replies/present/pace.ts";
import type { Candidate, Course, Study, Turn } from "../domain/state.ts";

/** Nobody waits on a simulated participant's behalf: pace blinds people. */
export const paceOf = (study: Study, { facts }: Course): Pace =>
	facts.pool === "simulated" ? "as-is" : study.protocol.blinding.pace;

/**
 * When a reply was asked for, for rows that researchers read. Under a double blind that is when the message was sent: a later round would
 * show that its model had failed.
 */
export const askedAtMs = ({ protocol }: Study, { sentAtMs, repliedSinceMs }: Turn): number =>
	protocol.blinding.level === "double" ? sentAtMs : repliedSinceMs;

/** When a reply had been seen, by its length and the study's pace. The real time would show how fast its model is. */
function seenAtMs(study: Study, state: Course, turn: Turn): number {
	const longest = Math.max(0, ...turn.candidates.map(({ text, shown }) => (shown ?? text).length));
	return askedAtMs(study, turn) + presentationMs(longest, paceOf(study, state));
}

/**
 * When the participant saw the end of a reply: counted from when it had been shown by the study's pace. By the clock it would show
 * whether a model had been late. Null where nobody said so.
 */
export function endSeenAtMs(study: Study, state: Course, turn: Turn, { seenAtMs: byClock }: Candidate): number | null {
	if (byClock === undefined) return null;
	return seenAtMs(study, state, turn) + Math.max(0, byClock - (turn.writtenAtMs ?? byClock));
}

/** How many replies of this session were shown under a pace, and how many of them were late by a step or more. */
export function pacedReplies(study: Study, state: Course): { readonly replies: number; readonly late: number } {
	if (paceOf(study, state) === "as-is") return { replies: 0, late: 0 };
	const lateMs = state.conversations
		.flatMap(({ turns }) => turns)
		.flatMap((turn) => (turn.writtenAtMs === undefined ? [] : [turn.writtenAtMs - seenAtMs(study, state, turn)]));
	return { replies: lateMs.length, late: lateMs.filter((ms) => ms >= LATE_STEP_MS).length };
}

/** The time of an event, or, where a reply brought it about in the same moment, when that had been seen. */
export function presentationEndMs(study: Study, state: Course, atMs: number): number {
	const turns = state.conversations.flatMap((conversation) => conversation.turns);
	const cause = turns.findLast(({ writtenAtMs }) => writtenAtMs === atMs);
	return cause ? seenAtMs(study, state, cause) : atMs;
}
