import type { LateCount } from "../../models/usage/late-share.ts";
import { LATE_STEP_MS, type Pace, presentationMs } from "../../replies/present/pace.ts";
import type { Candidate, SessionRecord, Study, Turn } from "../domain/state.ts";

/** Simulated participants need no pace: it blinds people. */
export const paceOf = (
	{ protocol }: { readonly protocol: { readonly blinding: { readonly pace: Pace } } },
	{ facts }: { readonly facts: Pick<SessionRecord["facts"], "pool"> },
): Pace => (facts.pool === "simulated" ? "as-is" : protocol.blinding.pace);

/**
 * When a reply was requested, for rows that researchers read. Under a double blind this is the time of the message,
 * because a later round would show that the model failed.
 */
export const askedAtMs = ({ protocol }: Study, { sentAtMs, roundStartedAtMs }: Turn): number =>
	protocol.blinding.level === "double" ? sentAtMs : roundStartedAtMs;

/**
 * When a reply is shown completely, by its length and the study's pace. The real time would show the model's speed. Stored
 * with each new reply. Old logs do not have it, so their rows depend on this formula.
 */
export function presentedAtMs(study: Study, state: SessionRecord, turn: Turn): number {
	const longest = Math.max(0, ...turn.candidates.map(({ text, shown }) => (shown ?? text).length));
	return askedAtMs(study, turn) + presentationMs(longest, paceOf(study, state));
}

const shownCompletelyAtMs = (study: Study, state: SessionRecord, turn: Turn): number =>
	turn.shownAtMs ?? presentedAtMs(study, state, turn);

/**
 * When the participant saw the end of a reply, counted from the time at which the pace had shown it. The real time would show
 * whether a model was late. Null if the client did not report it.
 */
export function endSeenAtMs(
	study: Study,
	state: SessionRecord,
	turn: Turn,
	{ seenAtMs: byClock }: Candidate,
): number | null {
	if (byClock === undefined) return null;
	return shownCompletelyAtMs(study, state, turn) + Math.max(0, byClock - (turn.writtenAtMs ?? byClock));
}

/**
 * When the participant stopped a reply, counted by the pace: when it had shown the kept text. The real time would show
 * whether a model was late. Null if it was not stopped.
 */
export const stoppedAtMs = (study: Study, state: SessionRecord, turn: Turn): number | null =>
	turn.stopped ? shownCompletelyAtMs(study, state, turn) : null;

/**
 * How many replies of this session were paced, and how many of them were late by at least one step or never came. Only for
 * moments when no reply is awaited.
 */
export function lateCountOf(study: Study, state: SessionRecord): LateCount {
	if (paceOf(study, state) === "as-is") return { replies: 0, late: 0 };
	const lateMs = state.conversations
		.flatMap(({ turns }) => turns)
		.flatMap((turn) => {
			if (turn.writtenAtMs !== undefined) return [turn.writtenAtMs - shownCompletelyAtMs(study, state, turn)];
			return turn.failures === undefined ? [] : [Number.POSITIVE_INFINITY];
		});
	return { replies: lateMs.length, late: lateMs.filter((ms) => ms >= LATE_STEP_MS).length };
}

/** The event's time. If a reply caused the event, the time at which that reply was completely shown. */
export function presentationEndMs(study: Study, state: SessionRecord, atMs: number): number {
	const turns = state.conversations.flatMap((conversation) => conversation.turns);
	const cause = turns.findLast(({ writtenAtMs }) => writtenAtMs === atMs);
	return cause ? shownCompletelyAtMs(study, state, cause) : atMs;
}
