import { timestamp } from "../../shared/clock.ts";
import { completionCodeOf } from "../domain/completion-code.ts";
import { type EventOf, ofErased, type SessionEvent } from "../domain/events.ts";
import type { SessionState, StartedState, Study } from "../domain/state.ts";
import { scaleOf } from "../forms/choice-scale.ts";
import { behaviourRows } from "./behaviour-rows.ts";
import { budgetRow } from "./budget-row.ts";
import { candidateRows, deviationWrites } from "./candidate-rows.ts";
import { choiceRatings, conversationRow, reportRow, turnWrite } from "./conversation-rows.ts";
import { answersRow, formRows } from "./form-rows.ts";
import { leftReplyWrites, replyWrites } from "./reply-writes.ts";
import {
	actAudit,
	attributesRow,
	exitRow,
	identityRow,
	reentryRow,
	sessionRow,
	startAudit,
	submissionRow,
} from "./session-rows.ts";
import { endedByResearcherRow, notAskedRows, placeRow } from "./unavailable-rows.ts";
import type { Write } from "./writes.ts";

/** One event of the log, with the states before and after it. */
export type Logged = {
	readonly seq: number;
	readonly event: SessionEvent;
	readonly before: SessionState;
	readonly after: SessionState;
};

/**
 * The rows that one event changes, each written completely from the state after it. Only this function turns events into
 * rows, so all of D1 can be rebuilt from the logs.
 */
export function project(study: Study, { seq, event, before, after }: Logged): Write[] {
	if (event.type === "SessionErased") return erased(event);
	if (after.status === "new" || after.status === "erased") return [];
	return [
		...(isArmDependent(event) ? [] : [sessionRow(study, after, { lastEvent: seq - after.armDependentEvents, before })]),
		...newConversations(study, before, after),
		...rowsOfEvent(study, before, after, event),
		...leftReplyWrites(study, before, after),
		...exitRows(study, before, after),
	];
}

/** The number of these events depends on the arm. Even an unchanged row would be a write, and D1 counts writes. */
const isArmDependent = ({ type }: SessionEvent): boolean =>
	type === "ReplyFailed" || type === "ReplyAskedAgain" || type === "SelfIdentified";

const isDouble = ({ protocol }: Study): boolean => protocol.blinding.level === "double";

/** The row of an erased session stays, so that the participant flow adds up. What was in the session goes. */
function erased(event: Extract<SessionEvent, { type: "SessionErased" }>): Write[] {
	const { sessionId, studyId, protocolHash, participantId, pool } = event;
	const { profileId = null, knownAs = [] } = ofErased(event).personalisation ?? {};
	const row = {
		id: sessionId,
		studyId,
		protocolHash,
		participantId,
		source: "erased",
		pool,
		status: "withdrawn",
		profileId: null,
		stratum: null,
		sequence: null,
		startedAt: timestamp(event.startedAtMs),
		consentedAt: null,
		consentVersion: null,
		randomisedAt: event.randomisedAtMs === null ? null : timestamp(event.randomisedAtMs),
		endedAt: timestamp(event.atMs),
		lastEvent: 1,
		currentStep: null,
		stepsDone: null,
		stepsOf: null,
		lastActivityAt: null,
	};
	return [
		{ into: "nowhere", sessionId, studyId, participantId, profileId, knownAs },
		{ into: "sessions", row },
		...startAudit(event, event.startedAtMs),
	];
}

function newConversations(study: Study, before: SessionState, after: StartedState): Write[] {
	const isSame = before.status !== "new" && before.status !== "erased" && isSamePlan(before, after);
	const existing = isSame ? before.conversations.length : 0;
	return after.conversations.slice(existing).map(({ index }) => conversationRow(study, after, index));
}

/** After a lapse the participant may get another plan, whose conversations replace the first ones. */
const isSamePlan = (before: StartedState, after: StartedState): boolean =>
	before.allocated?.plan.seed === after.allocated?.plan.seed;

function exitRows(study: Study, before: SessionState, after: StartedState): Write[] {
	if (after.status === "active" || before.status !== "active") return [];
	return [exitRow(after, completionCodeOf(study, after))];
}

function rowsOfEvent(study: Study, before: SessionState, after: StartedState, event: SessionEvent): Write[] {
	const index = after.conversations.length - 1;
	const turn = (after.conversations[index]?.turns.length ?? 0) - 1;
	switch (event.type) {
		case "SessionStarted":
			return [identityRow(after), ...attributesRow(after), ...startAudit(event, event.atMs)];
		case "ReentryRefused":
		case "SubmissionChanged":
			return [reentryRow(after, event)];
		case "SubmissionReported":
			return [submissionRow(after, event)];
		case "FormAnswered":
			return [...formRows(study, after, event), ...behaviourRows(after, event, null), ...notAskedRows(after, event)];
		case "FormSkipped":
			return [...answersRow(study, after, event), ...notAskedRows(after, event)];
		case "AllocationGivenUp":
			return [placeRow(after, event)];
		case "SessionEndedByResearcher":
			return [endedByResearcherRow(after, event), actAudit(after, "session.end", event.by, event)];
		case "ReservationLapsed":
			return event.releasedBy ? [actAudit(after, "session.release", event.releasedBy, event)] : [];
		case "MessageSent":
			return [
				conversationRow(study, after, index),
				turnWrite(after, index, turn),
				...behaviourRows(after, event, { index, turn }),
			];
		case "ReplyReported":
			return [reportRow(after, event)];
		case "RepliesSeen":
			return seenRows(study, after, event);
		case "ReplyAskedAgain":
			return isDouble(study) ? [] : [turnWrite(after, index, turn)];
		case "SelfIdentified":
			return deviationWrites(study, after, event, { index, turn });
		case "ReplyWritten":
			return [...candidateRows(study, after, index, turn), ...replyWrites(study, after, { index, turn }, event)];
		case "ReplyFailed":
			return isDouble(study) ? [] : replyWrites(study, after, { index, turn }, "failed");
		case "CandidateChosen": {
			const scale = before.status === "active" ? scaleOf(study, before) : null;
			return [
				...candidateRows(study, after, index, turn),
				...(scale ? choiceRatings(after, index, turn, event, scale) : []),
			];
		}
		case "ConversationEnded":
			return endedConversation(study, before, after, event);
		default:
			return [];
	}
}

/** The candidates of each turn, once. */
function seenRows(study: Study, after: StartedState, { replies }: EventOf<"RepliesSeen">): Write[] {
	const places = new Map(replies.map(({ conversation, turn }) => [`${conversation}/${turn}`, { conversation, turn }]));
	return [...places.values()].flatMap(({ conversation, turn }) => candidateRows(study, after, conversation, turn));
}

/** Ends the conversation that was current before the event. The next one may have started since. */
function endedConversation(
	study: Study,
	before: SessionState,
	after: StartedState,
	{ by }: EventOf<"ConversationEnded">,
): Write[] {
	const index = before.status === "active" ? before.conversations.length - 1 : -1;
	if (index < 0) return [];
	return [conversationRow(study, after, index), ...(by === "budget" ? [budgetRow(after, index)] : [])];
}
