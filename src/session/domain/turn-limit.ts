import type { SessionEvent } from "./events.ts";
import { currentConversation, planOf } from "./evolve.ts";
import { isShareSpent } from "./session-budget.ts";
import { entryOf, type SessionState, type Study } from "./state.ts";

/** At `turns.max`, or when its share of the budget is spent, a conversation ends by itself: after the reply, or after the choice where somebody chooses. */
export function endsByLimit(study: Study, state: SessionState, atMs: number): readonly SessionEvent[] {
	if (state.status !== "active" || state.stage.kind !== "message") return [];
	const open = currentConversation(state);
	const { turns } = entryOf(study, planOf(state), open.index);
	const ended = (by: "limit" | "budget") => [{ type: "ConversationEnded", atMs, step: null, by } as const];
	if (open.turns.length >= turns.max) return ended("limit");
	return isShareSpent(study, state, open) ? ended("budget") : [];
}
