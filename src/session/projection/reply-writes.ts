import type { CallOfStep } from "../../blinding/seals/sealed-reply-rows.ts";
import { labelText } from "../../randomisation/plan/label-text.ts";
import { slotsOf } from "../domain/conversation.ts";
import type { EventOf } from "../domain/events.ts";
import { conversationIdOf, type SessionState, type StartedState, type Study } from "../domain/state.ts";
import { discardRows } from "./candidate-rows.ts";
import { at, turnAt, turnIdOf } from "./conversation-rows.ts";
import { ofSession } from "./session-rows.ts";
import { unavailableRows } from "./unavailable-rows.ts";
import type { Write } from "./writes.ts";

type Round = Pick<EventOf<"ReplyWritten"> | EventOf<"ReplyFailed">, "step" | "calls">;
type TurnPosition = { readonly index: number; readonly turn: number };

/**
 * All calls for one turn's reply, over all rounds. `end` is the round that completed it, `failed` if none has yet, or
 * `left` if none will. A blinded study writes nothing before the end.
 */
export function replyWrites(
	study: Study,
	state: StartedState,
	{ index, turn }: TurnPosition,
	end: "failed" | "left" | Round,
): Write[] {
	const { allocated, facts } = state;
	if (!allocated) return [];
	const { failures = [], discards = [], replySteps } = turnAt(state, index, turn);
	const before = at(state.conversations, index).turns.slice(0, turn);
	const rounds: readonly Round[] = typeof end === "string" ? failures : [...failures, end];
	const of = {
		...ofSession(state),
		conversationId: conversationIdOf(facts.sessionId, index),
		turnId: turnIdOf(facts.sessionId, index, turn),
		turn: turn + 1,
		firstStep: at(replySteps, 0),
		slots: slotsOf(study, allocated.plan, index, before).map(({ slot, label }) => ({ slot, label: labelText(label) })),
		calls: rounds.flatMap(({ step, calls }) => calls.map((call): CallOfStep => ({ step, call }))),
		deviations: [
			...discards.flatMap((discard) => discardRows(study, state, discard, { index, turn })),
			...(end === "left" ? unavailableRows(study, state, { index, turn }) : []),
		],
		retries: replySteps.length - 1,
	};
	return [{ into: "replies", of, isFinal: end !== "failed", sealTo: allocated.sealTo }];
}

/** The calls of a turn that this event leaves without a reply, because its conversation or session ended. */
export function leftReplyWrites(study: Study, before: SessionState, after: StartedState): Write[] {
	if (before.status !== "active") return [];
	const index = before.conversations.length - 1;
	const current = before.conversations[index];
	const turn = (current?.turns.length ?? 0) - 1;
	if (!current || current.endedAtMs !== null || turn < 0) return [];
	const isOver = after.status !== "active" || at(after.conversations, index).endedAtMs !== null;
	if (!isOver || turnAt(after, index, turn).candidates.length > 0) return [];
	return replyWrites(study, after, { index, turn }, "left");
}
