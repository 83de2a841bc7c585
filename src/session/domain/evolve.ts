import { maskText } from "../../blinding/masking.ts";
import type { ArmLabel, Plan } from "../../randomisation/plan/plan.ts";
import { unreachable } from "../../shared/result.ts";
import { presentationEndMs } from "../reply/reply-pacing.ts";
import { agendaOf } from "./agenda.ts";
import type { SessionEvent, WrittenCandidate } from "./events.ts";
import {
	type ActiveState,
	type Candidate,
	type ConversationState,
	type Course,
	currentStep,
	type EndedState,
	type Ending,
	entryOf,
	type Reservation,
	type SessionState,
	type Stage,
	type Study,
	type Turn,
} from "./state.ts";

/** The state after one more event. Accepts every log that `decide` wrote, and throws on others. */
export function evolve(study: Study, state: SessionState, event: SessionEvent): SessionState {
	if (event.type === "SessionErased") return { status: "erased", tombstone: event };
	if (event.type === "SessionStarted") return started(study, event);
	if (state.status === "new" || state.status === "erased")
		throw new Error(`${event.type} in a session that is ${state.status}`);
	if (isReentry(event)) return reentered(state, event);
	if (event.type === "SessionWithdrawn") return ended(state, "withdrawn", event.atMs, event.exit);
	if (state.status !== "active") throw new Error(`${event.type} in a session that has ended`);
	return evolveActive(study, state, event);
}

type ReentryEvent = Extract<SessionEvent, { type: "ReentryRefused" | "SubmissionChanged" | "ReturnAddressChanged" }>;
type LaterEvent = Exclude<
	SessionEvent,
	ReentryEvent | { type: "SessionStarted" | "SessionErased" | "SessionWithdrawn" }
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
		case "SessionExpired":
			return ended(state, "expired", event.atMs);
		default:
			return unreachable(event);
	}
}

function started(study: Study, event: Extract<SessionEvent, { type: "SessionStarted" }>): SessionState {
	const { type: _, atMs, ...facts } = event;
	const course: Course = {
		facts,
		startedAtMs: atMs,
		consent: null,
		allocated: null,
		forms: [],
		conversations: [],
		reports: [],
		armDependentEvents: 0,
		reentries: [],
		answered: {},
	};
	return enter(study, { ...course, status: "active", ordinal: -1, at: 0, stage: { kind: "consent" } }, 0, atMs);
}

/** Starts a new step at this index of the agenda. */
function enter(study: Study, state: ActiveState, at: number, atMs: number): ActiveState {
	const item = agendaOf(study, state.allocated?.plan ?? null)[at];
	const there = { ...state, at };
	if (!item) return stepTo(there, { kind: "finished" });
	if (item.kind === "allocation") return stepTo(there, { kind: "allocating", failedAtMs: [] });
	if (item.kind !== "conversation") return stepTo(there, item);
	const conversation: ConversationState = { index: item.conversation, startedAtMs: atMs, turns: [], endedAtMs: null };
	const opened = { ...there, conversations: [...state.conversations, conversation] };
	return stepTo(opened, { kind: "message", conversation: item.conversation });
}

const next = (study: Study, state: ActiveState, atMs: number): ActiveState => enter(study, state, state.at + 1, atMs);
const stepTo = (state: ActiveState, stage: Stage): ActiveState => ({ ...state, ordinal: state.ordinal + 1, stage });

function answered(state: ActiveState, digest: string): ActiveState {
	return { ...state, answered: { ...state.answered, [currentStep(state)]: digest } };
}

function ended(
	state: ActiveState | EndedState,
	status: Ending,
	endedAtMs: number,
	exit: Ending = status,
): SessionState {
	if (state.status !== "active") return { ...state, status };
	const { ordinal: _ordinal, stage: _stage, ...course } = state;
	return { ...course, status, exit, endedAtMs };
}

function withReservation(state: ActiveState, change: Partial<Reservation>): ActiveState {
	if (!state.allocated) throw new Error("no reservation before randomisation");
	const reservation = { ...state.allocated.reservation, ...change };
	return { ...state, allocated: { ...state.allocated, reservation } };
}

/** After a lapse the wait is a step of its own, because the participant was at a message and may have to leave instead. */
function allocationFailed(state: ActiveState, atMs: number): ActiveState {
	const { stage } = state;
	if (stage.kind !== "allocating") return stepTo(state, { kind: "allocating", failedAtMs: [atMs] });
	return { ...state, stage: { ...stage, failedAtMs: [...stage.failedAtMs, atMs] } };
}

/** Returns to the message, as a new step if the participant had to wait. */
function renewed(state: ActiveState, atMs: number): ActiveState {
	const nth = (state.allocated?.reservation.nth ?? 0) + 1;
	const reserved = withReservation(state, { nth, sinceMs: atMs, lapsed: false });
	if (state.stage.kind !== "allocating") return reserved;
	return stepTo(withRetryRecorded(reserved), { kind: "message", conversation: currentConversation(reserved).index });
}

/** A client may send `retry` once more after the wait for the allocation is over. Recording the answer makes that a repeat. */
const withRetryRecorded = (state: ActiveState): ActiveState => answered(state, "retry");

/** The last conversation that was started. */
export function currentConversation<C>(state: { readonly conversations: readonly C[] }): C {
	const open = state.conversations.at(-1);
	if (!open) throw new Error("no conversation has started");
	return open;
}

export function lastTurn(conversation: ConversationState): Turn {
	const turn = conversation.turns.at(-1);
	if (!turn) throw new Error("no message was sent");
	return turn;
}

const withConversation = (state: ActiveState, conversation: ConversationState): ActiveState => ({
	...state,
	conversations: [...state.conversations.slice(0, -1), conversation],
});

function withTurn(state: ActiveState, turn: Turn): ActiveState {
	const open = currentConversation(state);
	return withConversation(state, { ...open, turns: [...open.turns.slice(0, -1), turn] });
}

function messageSent(state: ActiveState, event: Extract<SessionEvent, { type: "MessageSent" }>): ActiveState {
	const open = currentConversation(state);
	const generating = stepTo(answered(state, event.digest), {
		kind: "generating",
		conversation: open.index,
		sinceMs: event.atMs,
		kept: [],
	});
	const turn: Turn = {
		text: event.text,
		sentAtMs: event.atMs,
		askedBy: [event.step],
		replySteps: [currentStep(generating)],
		roundStartedAtMs: event.atMs,
		attempts: 0,
		candidates: [],
		chosen: null,
		...(event.stays && { stays: true }),
	};
	return withConversation(generating, { ...open, turns: [...open.turns, turn] });
}

function repliesSeen(state: ActiveState, { replies }: Extract<SessionEvent, { type: "RepliesSeen" }>): ActiveState {
	const seenAtMs = (conversation: number, turn: number, slot: string) =>
		replies.find((seen) => seen.conversation === conversation && seen.turn === turn && seen.slot === slot)?.atMs;
	const conversations = state.conversations.map((conversation) => ({
		...conversation,
		turns: conversation.turns.map((turn, place) => ({
			...turn,
			candidates: turn.candidates.map((candidate) => {
				const atMs = seenAtMs(conversation.index, place, candidate.slot);
				return atMs === undefined ? candidate : { ...candidate, seenAtMs: atMs };
			}),
		})),
	}));
	return { ...state, conversations };
}

function replyFailed(state: ActiveState, event: Extract<SessionEvent, { type: "ReplyFailed" }>): ActiveState {
	const open = currentConversation(state);
	const turn = lastTurn(open);
	const failures = [...(turn.failures ?? []), event];
	const turned = withTurn(countArmDependent(state), { ...turn, attempts: event.lastAttempt, failures });
	const isRefused = event.refused ?? false;
	return stepTo(turned, {
		kind: "retry",
		conversation: open.index,
		kept: event.kept,
		failures: failures.length,
		isRefused,
	});
}

function retryRequested(
	state: ActiveState,
	{ step, atMs }: Extract<SessionEvent, { type: "ReplyAskedAgain" }>,
): ActiveState {
	const open = currentConversation(state);
	const turn = lastTurn(open);
	const kept = state.stage.kind === "retry" ? state.stage.kept : [];
	const again = stepTo(countArmDependent(answered(state, "retry")), {
		kind: "generating",
		conversation: open.index,
		sinceMs: atMs,
		kept,
	});
	const askedBy = [...turn.askedBy, step];
	return withTurn(again, {
		...turn,
		askedBy,
		roundStartedAtMs: atMs,
		replySteps: [...turn.replySteps, currentStep(again)],
	});
}

function selfIdentified(state: ActiveState, event: Extract<SessionEvent, { type: "SelfIdentified" }>): ActiveState {
	const turn = lastTurn(currentConversation(state));
	const found =
		event.discarded === null
			? { identified: { ...turn.identified, [event.slot]: event.spans } }
			: { discards: [...(turn.discards ?? []), { event, sinceMs: turn.roundStartedAtMs }] };
	return withTurn(countArmDependent(state), { ...turn, ...found });
}

const countArmDependent = (state: ActiveState): ActiveState => ({
	...state,
	armDependentEvents: state.armDependentEvents + 1,
});

function identification(study: Study, turn: Turn, { slot, text }: WrittenCandidate): Partial<Candidate> {
	const identified = turn.identified?.[slot];
	if (!identified) return {};
	const isShown = study.protocol.blinding.selfIdentification === "record";
	return { identified, ...(isShown ? {} : { shown: maskText(text, identified) }) };
}

function replyWritten(
	study: Study,
	state: ActiveState,
	{ candidates: written, atMs, shownAtMs }: Extract<SessionEvent, { type: "ReplyWritten" }>,
): ActiveState {
	const open = currentConversation(state);
	const turn = lastTurn(open);
	const plan = planOf(state);
	const labels = slotsOf(study, plan, open.index, open.turns.slice(0, -1));
	const candidates = written.map((candidate): Candidate => {
		const { slot, text } = candidate;
		return { slot, text, label: labelOf(labels, slot), ...identification(study, turn, candidate) };
	});
	const bestOf = entryOf(study, plan, open.index).layout === "best-of";
	// A single candidate needs no choice, but the next turn continues from it.
	const onlySlot = bestOf && candidates.length === 1 ? (candidates[0]?.slot ?? null) : null;
	const stage: Stage = { kind: bestOf && onlySlot === null ? "choice" : "message", conversation: open.index };
	const times = { writtenAtMs: atMs, ...(shownAtMs !== undefined && { shownAtMs }) };
	return stepTo(withTurn(state, { ...turn, candidates, ...times, chosen: onlySlot }), stage);
}

function chosen(state: ActiveState, slot: string): ActiveState {
	const open = currentConversation(state);
	const turned = withTurn(state, { ...lastTurn(open), chosen: slot });
	return stepTo(turned, { kind: "message", conversation: open.index });
}

export function planOf<P>(state: { readonly allocated: { readonly plan: P } | null }): P {
	if (!state.allocated) throw new Error("the session is not randomised");
	return state.allocated.plan;
}

export type Slot = { readonly slot: string; readonly label: ArmLabel };

/** Who answers the next turn: the plan's slots, or, in a `best-of` from the second turn on, several samples of the chosen model. */
export function slotsOf(study: Study, plan: Plan, index: number, before: readonly Turn[]): readonly Slot[] {
	const entry = entryOf(study, plan, index);
	const planned = plan.conversations[index]?.slots ?? [];
	const last = before.at(-1);
	const winner = last?.candidates.find(({ slot }) => slot === last.chosen);
	if (entry.layout !== "best-of" || !winner) return planned;
	return Array.from({ length: entry.laterCandidates }, (_, place) => ({
		slot: String.fromCharCode(97 + place),
		label: winner.label,
	}));
}

function labelOf(slots: readonly Slot[], slot: string): ArmLabel {
	const found = slots.find((candidate) => candidate.slot === slot);
	if (!found) throw new Error("the reply has a slot that was not requested");
	return found.label;
}
