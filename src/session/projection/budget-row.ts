import { timestamp } from "../../shared/clock.ts";
import { conversationIdOf, type StartedState } from "../domain/state.ts";
import { at } from "./conversation-rows.ts";
import { ofSession } from "./session-rows.ts";
import type { Upsert } from "./writes.ts";

/**
 * A conversation ended because its share of the session's budget was spent. The count does not depend on the arm, so the
 * row reveals nothing about it.
 */
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
