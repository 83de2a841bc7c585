import { messagesOf } from "./messages.ts";
import type { SeenState, SeenStudy } from "./seen.ts";
import { entryOf } from "./state.ts";
import type { OwnCopy } from "./view-schema.ts";

/** Null where the study gives none. */
export function ownCopy(study: SeenStudy, state: SeenState): OwnCopy | null {
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
