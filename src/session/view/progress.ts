import type { Conversation } from "../../protocol/schema/schema.ts";
import { stepCount, stepsOfConversation } from "../../protocol/steps/steps.ts";
import { agendaOf } from "../domain/agenda.ts";
import type { BlindedState, BlindedStudy } from "../domain/blinded-state.ts";
import { type AgendaItem, entryOf } from "../domain/state.ts";

/**
 * Progress in steps, counted with the least number of turns. It is the same for every arm and never goes back. Further
 * turns add nothing, because the end would move away.
 */
export function progressOf(study: BlindedStudy, state: BlindedState): { done: number; of: number } {
	const agenda = agendaOf(study, state.allocated?.plan ?? null);
	const before = agenda.slice(0, state.at).reduce((sum, item) => sum + stepsOf(study, state, item), 0);
	return { done: before + doneWithin(study, state, agenda[state.at]), of: stepCount(study.protocol) };
}

function stepsOf(study: BlindedStudy, state: BlindedState, item: AgendaItem): number {
	if (item.kind === "allocation") return 0;
	if (item.kind !== "conversation" || !state.allocated) return 1;
	return stepsWithin(entryOf(study, state.allocated.plan, item.conversation));
}

/** Without the forms after the conversation, which are agenda items of their own. */
const stepsWithin = (entry: Conversation): number => stepsOfConversation(entry) - entry.after.length;

/** Steps done in the conversation at this index of the agenda, also if the session ended there. */
function doneWithin(study: BlindedStudy, state: BlindedState, item: AgendaItem | undefined): number {
	if (item?.kind !== "conversation" || !state.allocated) return 0;
	const entry = entryOf(study, state.allocated.plan, item.conversation);
	const turns = state.conversations[item.conversation]?.turns ?? [];
	const answered = turns.filter(({ candidates }) => candidates.length > 0).length;
	const chosen = turns.filter((turn) => turn.chosen !== null).length;
	const { min } = entry.turns;
	return Math.min(answered, min) + Math.min(chosen, stepsWithin(entry) - min);
}
