import type { BlindedState, BlindedStudy } from "../domain/blinded-state.ts";
import { entryOf } from "../domain/state.ts";
import { messagesOf } from "./message-views.ts";
import type { OwnCopy } from "./view-schema.ts";

/** Null where the study gives none. */
export function ownCopy(study: BlindedStudy, state: BlindedState): OwnCopy | null {
	const plan = state.allocated?.plan;
	if (!study.protocol.consent.copy) return null;
	if (!plan) return { conversations: [] };
	return {
		conversations: state.conversations.map((had) => {
			const { title, layout } = entryOf(study, plan, had.index);
			return { title, layout, messages: messagesOf(state.facts.sessionId, layout, had) };
		}),
	};
}
