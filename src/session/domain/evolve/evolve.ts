import { unreachable } from "../../../shared/result.ts";
import { presentationEndMs } from "../../reply/presented-times.ts";
import { currentConversation } from "../conversation.ts";
import type { ResearchersExit, SessionEvent } from "../events.ts";
import type { ActiveState, EndedState, Ending, SessionRecord, SessionState, Study } from "../state.ts";
import {
	chosen,
	messageSent,
	repliesSeen,
	replyFailed,
	replyWritten,
	retryRequested,
	selfIdentified,
	withConversation,
} from "./replies.ts";
import {
	allocationFailed,
	answered,
	ended,
	enter,
	next,
	renewed,
	withReservation,
	withRetryRecorded,
} from "./steps.ts";

/** The state after one more event. Accepts every log that `decide` wrote, and throws on others. */
export function evolve(study: Study, state: SessionState, event: SessionEvent): SessionState {
	const after = evolved(study, state, event);
	return isActivity(event) && "facts" in after ? { ...after, activeAtMs: event.atMs } : after;
}

const ACTIVITIES: readonly SessionEvent["type"][] = [
	"ConsentGiven",
	"ConsentDeclined",
	"FormAnswered",
	"MessageSent",
	"CandidateChosen",
	"ReplyReported",
	"SessionWithdrawn",
];

const isActivity = (event: SessionEvent): boolean =>
	ACTIVITIES.includes(event.type) || (event.type === "ConversationEnded" && event.step !== null);

function evolved(study: Study, state: SessionState, event: SessionEvent): SessionState {
	if (event.type === "SessionErased") return { status: "erased", tombstone: event };
	if (event.type === "SessionStarted") return started(study, event);
	if (state.status === "new" || state.status === "erased")
		throw new Error(`${event.type} in a session that is ${state.status}`);
	if (isReentry(event)) return reentered(state, event);
	if (event.type === "SubmissionReported") return { ...state, submissions: [...state.submissions, event] };
	if (event.type === "SessionWithdrawn") return ended(state, "withdrawn", event.atMs, event.exit);
	if (state.status !== "active") throw new Error(`${event.type} in a session that has ended`);
	return evolveActive(study, state, event);
}

type ReentryEvent = Extract<SessionEvent, { type: "ReentryRefused" | "SubmissionChanged" | "ReturnAddressChanged" }>;
type LaterEvent = Exclude<
	SessionEvent,
	ReentryEvent | { type: "SessionStarted" | "SessionErased" | "SessionWithdrawn" | "SubmissionReported" }
>;

const isReentry = (event: SessionEvent): event is ReentryEvent =>
	event.type === "ReentryRefused" || event.type === "SubmissionChanged" || event.type === "ReturnAddressChanged";

/** Allowed in every status, because people also return after the end. */
function reentered(state: ActiveState | EndedState, event: ReentryEvent): SessionState {
	if (event.type === "ReturnAddressChanged") return { ...state, facts: { ...state.facts, returnUrl: event.returnUrl } };
	return { ...state, reentries: [...state.reentries, event] };
}

function evolveActive(study: Study, state: ActiveState, event: LaterEvent): SessionState {
	switch (event.type) {
		case "ConsentGiven":
			return next(
				study,
				{ ...answered(state, "accept"), consent: { atMs: event.atMs, version: event.version } },
				event.atMs,
			);
		case "ConsentDeclined":
			return ended(answered(state, "decline"), "declined", event.atMs);
		case "FormAnswered":
			return next(study, { ...answered(state, event.digest), forms: [...state.forms, event] }, event.atMs);
		case "Randomised": {
			const { plan, arms, sealTo, atMs } = event;
			const nth = (state.allocated?.reservation.nth ?? 0) + 1;
			const allocated = { plan, arms, sealTo, atMs, reservation: { nth, sinceMs: atMs, lapsed: false } };
			// After a lapse this is a second plan. Of the first plan the participant saw only the title of a conversation.
			return enter(study, { ...withRetryRecorded(state), allocated, conversations: [] }, state.at, atMs);
		}
		case "AllocationFailed":
			return allocationFailed(state, event.atMs);
		case "AllocationGivenUp":
			// The study had no place for them, which is not their fault. So they leave by the exit that pays.
			return ended(answered(state, "end"), "full", event.atMs, "completed");
		case "FormSkipped":
			return next(study, state, event.atMs);
		case "ReservationLapsed":
			return withReservation(state, { lapsed: true });
		case "ReservationRenewed":
			return renewed(state, event.atMs);
		case "MessageSent":
			return messageSent(state, event);
		case "SelfIdentified":
			return selfIdentified(state, event);
		case "ReplyWritten":
			return replyWritten(study, state, event);
		case "ReplyFailed":
			return replyFailed(state, event);
		case "ReplyAskedAgain":
			return retryRequested(state, event);
		case "RepliesSeen":
			return repliesSeen(state, event);
		case "ReplyReported":
			return { ...state, reports: [...state.reports, event] };
		case "ConversationClosed":
			return withConversation(state, { ...currentConversation(state), closedBy: event.by });
		case "CandidateChosen":
			return chosen(answered(state, event.digest), event.chosen);
		case "ConversationEnded": {
			const open = currentConversation(state);
			const closed = event.step === null ? state : answered(state, "end");
			const endedAtMs = presentationEndMs(study, state, event.atMs);
			const failed = event.by === "assistant_unavailable" ? { isUnavailable: true as const } : {};
			return next(study, withConversation(closed, { ...open, endedAtMs, ...failed }), endedAtMs);
		}
		case "ScreenedOut":
			return ended(state, "screened_out", event.atMs);
		case "ChecksFailed":
			return ended(state, "failed_checks", event.atMs);
		case "StudyFull":
			return ended(withRetryRecorded(state), "full", event.atMs);
		case "SessionCompleted":
			return ended(state, "completed", presentationEndMs(study, state, event.atMs));
		case "SettingsChanged":
			return { ...state, settings: { version: event.version, settings: event.settings } };
		case "SessionEndedByResearcher":
			return {
				...ended(state, statusOfExit(event.exit), event.atMs, event.exit),
				endedBy: event.by.actor,
			} as SessionState;
		case "SessionExpired":
			return ended(state, "expired", event.atMs);
		default:
			return unreachable(event);
	}
}

/**
 * Only a participant who reached the end has completed, and only one who was refused before was screened out, whatever
 * the payment.
 */
const statusOfExit = (exit: ResearchersExit): Ending =>
	exit === "completed" || exit === "screened_out" ? "withdrawn" : exit;

function started(study: Study, event: Extract<SessionEvent, { type: "SessionStarted" }>): SessionState {
	const { type: _, atMs, ...facts } = event;
	const course: SessionRecord = {
		facts,
		startedAtMs: atMs,
		activeAtMs: atMs,
		consent: null,
		allocated: null,
		forms: [],
		conversations: [],
		reports: [],
		armDependentEvents: 0,
		reentries: [],
		submissions: [],
		answered: {},
	};
	return enter(study, { ...course, status: "active", ordinal: -1, at: 0, stage: { kind: "consent" } }, 0, atMs);
}
