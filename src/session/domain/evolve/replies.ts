import { maskText } from "../../../blinding/masking.ts";
import type { ArmLabel } from "../../../randomisation/plan/plan.ts";
import { currentConversation, lastTurn, planOf, type Slot, slotsOf } from "../conversation.ts";
import type { WrittenCandidate } from "../conversation-events.ts";
import type { SessionEvent } from "../events.ts";
import {
	type ActiveState,
	type Candidate,
	type ConversationState,
	currentStep,
	entryOf,
	type Stage,
	type Study,
	type Turn,
} from "../state.ts";
import { answered, stepTo } from "./steps.ts";

export const withConversation = (state: ActiveState, conversation: ConversationState): ActiveState => ({
	...state,
	conversations: [...state.conversations.slice(0, -1), conversation],
});

export function withTurn(state: ActiveState, turn: Turn): ActiveState {
	const open = currentConversation(state);
	return withConversation(state, { ...open, turns: [...open.turns.slice(0, -1), turn] });
}

export function messageSent(state: ActiveState, event: Extract<SessionEvent, { type: "MessageSent" }>): ActiveState {
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

export function repliesSeen(
	state: ActiveState,
	{ replies }: Extract<SessionEvent, { type: "RepliesSeen" }>,
): ActiveState {
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

export function replyFailed(state: ActiveState, event: Extract<SessionEvent, { type: "ReplyFailed" }>): ActiveState {
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

export function retryRequested(
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

export function selfIdentified(
	state: ActiveState,
	event: Extract<SessionEvent, { type: "SelfIdentified" }>,
): ActiveState {
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

export function replyWritten(
	study: Study,
	state: ActiveState,
	{ candidates: written, atMs, shownAtMs, stopped }: Extract<SessionEvent, { type: "ReplyWritten" }>,
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
	const replied = { ...turn, candidates, ...times, ...(stopped && { stopped }), chosen: onlySlot };
	return stepTo(withTurn(state, replied), stage);
}

export function chosen(state: ActiveState, slot: string): ActiveState {
	const open = currentConversation(state);
	const turned = withTurn(state, { ...lastTurn(open), chosen: slot });
	return stepTo(turned, { kind: "message", conversation: open.index });
}

function labelOf(slots: readonly Slot[], slot: string): ArmLabel {
	const found = slots.find((candidate) => candidate.slot === slot);
	if (!found) throw new Error("the reply has a slot that was not requested");
	return found.label;
}
