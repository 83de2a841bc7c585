import { timestamp } from "../../shared/clock.ts";
import { conversationIdOf } from "../domain/state.ts";
import { at, ofSession, type StartedState } from "./session-rows.ts";
import type { Upsert } from "./writes.ts";

/** A conversation ended because its share of the session's budget was spent. Counted without the arm, it says nothing of it. */
export function budgetRow(state: StartedState, index: number): Extract<Upsert, { into: "deviations" }> {
	const { endedAtMs, startedAtMs, turns } = at(state.conversations, index);
	const conversationId = conversationIdOf(state.facts.sessionId, index);
	return {
		into: "deviations",
		row: {
			id: `${conversationId}/budget`,
			...ofSession(state),
			conversationId,
			turn: turns.length,
			kind: "budget",
			occurredAt: timestamp(endedAtMs ?? startedAtMs),
		},
	};
}
