import type { ArmLabel, Plan } from "../../randomisation/plan/plan.ts";
import { type ConversationState, entryOf, type Study, type Turn } from "./state.ts";

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
