import { agendaOf } from "../agenda.ts";
import { currentConversation } from "../conversation.ts";
import {
	type ActiveState,
	type ConversationState,
	currentStep,
	type EndedState,
	type Ending,
	type Reservation,
	type SessionState,
	type Stage,
	type Study,
} from "../state.ts";

/** Starts a new step at this index of the agenda. */
export function enter(study: Study, state: ActiveState, at: number, atMs: number): ActiveState {
	const item = agendaOf(study, state.allocated?.plan ?? null)[at];
	const there = { ...state, at };
	if (!item) return stepTo(there, { kind: "finished" });
	if (item.kind === "allocation") return stepTo(there, { kind: "allocating", failedAtMs: [] });
	if (item.kind !== "conversation") return stepTo(there, item);
	const conversation: ConversationState = { index: item.conversation, startedAtMs: atMs, turns: [], endedAtMs: null };
	const opened = { ...there, conversations: [...state.conversations, conversation] };
	return stepTo(opened, { kind: "message", conversation: item.conversation });
}

export const next = (study: Study, state: ActiveState, atMs: number): ActiveState =>
	enter(study, state, state.at + 1, atMs);
export const stepTo = (state: ActiveState, stage: Stage): ActiveState => ({
	...state,
	ordinal: state.ordinal + 1,
	stage,
});

export function answered(state: ActiveState, digest: string): ActiveState {
	return { ...state, answered: { ...state.answered, [currentStep(state)]: digest } };
}

export function ended(
	state: ActiveState | EndedState,
	status: Ending,
	endedAtMs: number,
	exit: Ending = status,
): SessionState {
	if (state.status !== "active") return { ...state, status };
	const { ordinal: _ordinal, stage: _stage, ...course } = state;
	return { ...course, status, exit, endedAtMs };
}

export function withReservation(state: ActiveState, change: Partial<Reservation>): ActiveState {
	if (!state.allocated) throw new Error("no reservation before randomisation");
	const reservation = { ...state.allocated.reservation, ...change };
	return { ...state, allocated: { ...state.allocated, reservation } };
}

/** After a lapse the wait is a step of its own, because the participant was at a message and may have to leave instead. */
export function allocationFailed(state: ActiveState, atMs: number): ActiveState {
	const { stage } = state;
	if (stage.kind !== "allocating") return stepTo(state, { kind: "allocating", failedAtMs: [atMs] });
	return { ...state, stage: { ...stage, failedAtMs: [...stage.failedAtMs, atMs] } };
}

/** Returns to the message, as a new step if the participant had to wait. */
export function renewed(state: ActiveState, atMs: number): ActiveState {
	const nth = (state.allocated?.reservation.nth ?? 0) + 1;
	const reserved = withReservation(state, { nth, sinceMs: atMs, lapsed: false });
	if (state.stage.kind !== "allocating") return reserved;
	return stepTo(withRetryRecorded(reserved), { kind: "message", conversation: currentConversation(reserved).index });
}

/** A client may send `retry` once more after the wait for the allocation is over. Recording the answer makes that a repeat. */
export const withRetryRecorded = (state: ActiveState): ActiveState => answered(state, "retry");
