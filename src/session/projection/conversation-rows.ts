import { labelText } from "../../randomisation/plan/label-text.ts";
import type { Plan } from "../../randomisation/plan/plan.ts";
import { timestamp } from "../../shared/clock.ts";
import { derivedId } from "../../shared/id.ts";
import type { EventOf, SessionEvent } from "../domain/events.ts";
import { conversationIdOf, entryOf, type StartedState, type Study, type Turn } from "../domain/state.ts";
import { iso, ofSession } from "./session-rows.ts";
import { lengthOf } from "./text-length.ts";
import type { Upsert, Withholding } from "./writes.ts";

export function conversationRow(study: Study, state: StartedState, index: number): Upsert {
	const plan = planOf(state);
	const conversation = at(state.conversations, index);
	return {
		into: "conversations",
		row: {
			id: conversationIdOf(state.facts.sessionId, index),
			...ofSession(state),
			entry: entryOf(study, plan, index).id,
			position: index + 1,
			topicPosition: topicPositionOf(plan, index),
			layout: entryOf(study, plan, index).layout,
			labels: at(plan.conversations, index)
				.slots.map(({ label }) => labelText(label))
				.join(" "),
			predecessor: index > 0 ? labelOfConversation(study, state, index - 1) : null,
			turns: conversation.turns.length,
			startedAt: timestamp(conversation.startedAtMs),
			endedAt: iso(conversation.endedAtMs),
		},
	};
}

/** The number of this conversation within its topic, from 1. */
const topicPositionOf = ({ conversations }: Plan, index: number): number =>
	conversations.slice(0, index + 1).filter(({ entry }) => entry === conversations[index]?.entry).length;

/** The arm of a whole conversation: its only arm, or the one that was chosen last. */
export function labelOfConversation(study: Study, state: StartedState, index: number): string | null {
	const plan = planOf(state);
	const { layout } = entryOf(study, plan, index);
	if (layout === "single") return labelText(at(at(plan.conversations, index).slots, 0).label);
	const last = state.conversations[index]?.turns.findLast(({ chosen }) => chosen !== null);
	const chosen = last?.candidates.find(({ slot }) => slot === last.chosen);
	return chosen ? labelText(chosen.label) : null;
}

export const turnIdOf = (session: string, conversation: number, turn: number) =>
	derivedId("message", session, conversation, turn, "participant");

export function turnWrite(state: StartedState, index: number, turn: number): Withholding {
	const { text, sentAtMs, replySteps } = turnAt(state, index, turn);
	const row = {
		id: turnIdOf(state.facts.sessionId, index, turn),
		...ofSession(state),
		conversationId: conversationIdOf(state.facts.sessionId, index),
		turn: turn + 1,
		text,
		sentAt: timestamp(sentAtMs),
		retries: replySteps.length - 1,
		...lengthOf(text),
	};
	return { into: "withholding", upsert: { into: "turns", row }, column: "retries" };
}

export const candidateIdOf = (session: string, conversation: number, turn: number, slot: string) =>
	derivedId("candidate", session, conversation, turn, slot);

/** One rating per candidate of the choice. */
export function choiceRatings(
	state: StartedState,
	index: number,
	turn: number,
	{ scores, atMs }: Extract<SessionEvent, { type: "CandidateChosen" }>,
	scale: { readonly min: number; readonly max: number },
): Upsert[] {
	const { candidates } = turnAt(state, index, turn);
	const { sessionId } = state.facts;
	return candidates.flatMap(({ slot, label }) =>
		scores?.[slot] === undefined
			? []
			: [
					{
						into: "ratings" as const,
						row: {
							id: `${candidateIdOf(sessionId, index, turn, slot)}/score`,
							...ofSession(state),
							conversationId: conversationIdOf(sessionId, index),
							label: labelText(label),
							source: "choice" as const,
							turn: turn + 1,
							slot,
							form: null,
							item: null,
							value: scores[slot],
							min: scale.min,
							max: scale.max,
							ratedAt: timestamp(atMs),
						},
					},
				],
	);
}

export function reportRow(state: StartedState, event: EventOf<"ReplyReported">): Upsert {
	const { conversation, turn, slot, kind, note, atMs } = event;
	const { sessionId } = state.facts;
	const candidate = turnAt(state, conversation, turn).candidates.find((each) => each.slot === slot);
	if (!candidate) throw new Error("a report of no reply");
	return {
		into: "replyReports",
		row: {
			id: derivedId("report", sessionId, conversation, turn, slot, kind, note ?? ""),
			...ofSession(state),
			conversationId: conversationIdOf(sessionId, conversation),
			turn: turn + 1,
			slot,
			label: labelText(candidate.label),
			kind,
			note,
			reportedAt: timestamp(atMs),
		},
	};
}

export function at<T>(list: readonly T[], index: number): T {
	const item = list[index];
	if (item === undefined) throw new Error("the log names something that is not in the state");
	return item;
}

export const turnAt = (state: StartedState, index: number, turn: number): Turn =>
	at(at(state.conversations, index).turns, turn);

function planOf(state: StartedState) {
	if (!state.allocated) throw new Error("a conversation started before randomisation");
	return state.allocated.plan;
}
