import { labelText } from "../../randomisation/plan/label-text.ts";
import { timestamp } from "../../shared/clock.ts";
import { derivedId } from "../../shared/id.ts";
import type { EventOf, ResearchersAct, SessionEvent } from "../domain/events.ts";
import type { SessionFacts } from "../domain/session-facts.ts";
import type { EndedState, SessionRecord, SessionState, Stage, StartedState, Study } from "../domain/state.ts";
import { progressOf } from "../view/progress.ts";
import type { Insertion, Upsert } from "./writes.ts";

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

export function exitRow(state: EndedState, code: string | null): Upsert {
	return {
		into: "exits",
		row: { ...ofSession(state), reason: state.exit, code, exitedAt: timestamp(state.endedAtMs) },
	};
}
