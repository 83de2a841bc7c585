import type { Layout } from "../../protocol/schema/schema.ts";
import type { BlindedConversation, BlindedState, BlindedStudy } from "../domain/blinded-state.ts";
import { messageIdOf } from "../domain/replies-seen.ts";
import { entryOf } from "../domain/state.ts";
import type { MessageView, OwnCopy } from "./view-schema.ts";

/** A conversation as the participant saw it. Candidates have the names of their slots, never labels. */
export const messagesOf = (sessionId: string, layout: Layout, { index, turns }: BlindedConversation): MessageView[] =>
	turns.flatMap(({ text, candidates, chosen, stopped }, place) => {
		const messageId = (who: string) => messageIdOf(sessionId, index, place, who);
		const replies = candidates.map(
			(candidate): MessageView => ({
				id: messageId(candidate.slot),
				role: "assistant",
				text: candidate.shown ?? candidate.text,
				...(layout === "single" ? {} : { candidate: candidate.slot }),
				...(chosen === null ? {} : { chosen: chosen === candidate.slot }),
				...(candidate.seenAtMs === undefined ? {} : { seen: true as const }),
				...(stopped && { stopped }),
			}),
		);
		return [{ id: messageId("participant"), role: "participant" as const, text }, ...replies];
	});

/** Null if the study gives participants no copy. */
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
