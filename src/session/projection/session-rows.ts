import { labelText } from "../../randomisation/plan/label-text.ts";
import type { Plan } from "../../randomisation/plan/plan.ts";
import { timestamp } from "../../shared/clock.ts";
import { derivedId } from "../../shared/id.ts";
import type { EventOf, ResearchersAct, SessionEvent, SessionFacts } from "../domain/events.ts";
import {
	conversationIdOf,
	type EndedState,
	entryOf,
	type SessionRecord,
	type SessionState,
	type Stage,
	type StartedState,
	type Study,
	type Turn,
} from "../domain/state.ts";
import { progressOf } from "../view/progress.ts";
import { lengthOf } from "./text-length.ts";
import type { Insertion, Upsert, Withholding } from "./writes.ts";

export const iso = (ms: number | null | undefined): string | null =>
	ms === null || ms === undefined ? null : timestamp(ms);

export const ofSession = ({ facts }: SessionRecord) => ({
	sessionId: facts.sessionId,
	studyId: facts.studyId,
	protocolHash: facts.protocolHash,
});

/** A reply that is being written or failed is no step of its own, because failures depend on the arm. */
export function researchersStep(stage: Stage): string | null {
	if (stage.kind === "allocating") return "place";
	if (stage.kind === "message" || stage.kind === "generating" || stage.kind === "retry") return "message";
	return stage.kind === "finished" ? null : stage.kind;
}

/** Most events change no status, which an index has. */
export function sessionRow(
	study: Study,
	state: StartedState,
	{ lastEvent, before }: { readonly lastEvent: number; readonly before: SessionState },
): Upsert {
	const progress = progressOf(study, state);
	const { facts, allocated, consent } = state;
	return {
		into: "sessions",
		...(before.status === state.status && { same: ["status"] }),
		row: {
			id: facts.sessionId,
			studyId: facts.studyId,
			protocolHash: facts.protocolHash,
			participantId: facts.participantId,
			source: facts.source,
			pool: facts.pool,
			status: state.status,
			profileId: facts.personalisation?.profileId ?? null,
			stratum: allocated?.plan.stratum ?? null,
			sequence: allocated?.plan.sequence.map(labelText).join(" ") ?? null,
			startedAt: timestamp(state.startedAtMs),
			consentedAt: iso(consent?.atMs),
			consentVersion: consent?.version ?? null,
			randomisedAt: iso(allocated?.atMs),
			endedAt: state.status === "active" ? null : timestamp(state.endedAtMs),
			lastEvent,
			currentStep: state.status === "active" ? researchersStep(state.stage) : null,
			stepsDone: progress.done,
			stepsOf: progress.of,
			lastActivityAt: timestamp(state.activeAtMs),
		},
	};
}

export function identityRow({ facts }: SessionRecord): Upsert {
	const { participantId, studyId, source, externalId, reference } = facts;
	return { into: "participantIdentities", row: { participantId, studyId, source, externalId, reference } };
}

/** A session without attributes has no row. */
export const attributesRow = ({ facts: { sessionId, studyId, attributes } }: SessionRecord): Upsert[] =>
	Object.keys(attributes).length === 0 ? [] : [{ into: "sessionAttributes", row: { sessionId, studyId, attributes } }];

export function reentryRow(
	{ facts }: SessionRecord,
	event: Extract<SessionEvent, { type: "ReentryRefused" | "SubmissionChanged" }>,
): Upsert {
	const { sessionId, studyId, participantId } = facts;
	const reason = event.type === "ReentryRefused" ? event.reason : null;
	return {
		into: "reentries",
		row: {
			id: derivedId("reentry", sessionId, reason ?? "", event.reference.session ?? ""),
			sessionId,
			studyId,
			participantId,
			outcome: reason === null ? "resumed" : "refused",
			reason,
			reference: event.reference,
			occurredAt: timestamp(event.atMs),
		},
	};
}

export function submissionRow({ facts }: SessionRecord, event: EventOf<"SubmissionReported">): Upsert {
	const { sessionId, studyId } = facts;
	const { submission, status, reportedAtMs } = event;
	const id = derivedId("submission", sessionId, submission);
	return {
		into: "submissions",
		row: { id, sessionId, studyId, submission, status, reportedAt: timestamp(reportedAtMs) },
	};
}

type SessionStart = Pick<SessionFacts, "sessionId" | "studyId" | "startedBy" | "pool">;

/** The API key that started a session. It comes from the log, because an entry written by the request could be lost in a crash. */
export const startAudit = ({ sessionId, studyId, startedBy, pool }: SessionStart, startedAtMs: number): Insertion[] =>
	startedBy === undefined
		? []
		: [
				{
					into: "audit",
					row: {
						id: derivedId("audit", "session.start", sessionId),
						at: timestamp(startedAtMs),
						actor: startedBy,
						action: "session.start",
						studyId,
						target: sessionId,
						detail: { pool },
					},
				},
			];

/** What a researcher did to a session, from its log, so that no crash leaves the act without its entry. */
export function actAudit(
	{ facts }: SessionRecord,
	action: "session.end" | "session.release",
	{ actor, reason }: ResearchersAct,
	event: EventOf<"SessionEndedByResearcher" | "ReservationLapsed">,
): Insertion {
	const detail = event.type === "ReservationLapsed" ? { reason } : { exit: event.exit, reason };
	const { sessionId: target, studyId } = facts;
	const id = derivedId("audit", action, target, event.type === "ReservationLapsed" ? event.nth : 1);
	return { into: "audit", row: { id, at: timestamp(event.atMs), actor, action, studyId, target, detail } };
}

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

export function exitRow(state: EndedState, code: string | null): Upsert {
	return {
		into: "exits",
		row: { ...ofSession(state), reason: state.exit, code, exitedAt: timestamp(state.endedAtMs) },
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
