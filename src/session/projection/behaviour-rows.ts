import { timestamp } from "../../shared/clock.ts";
import type { EventOf } from "../events.ts";
import { conversationIdOf } from "../state.ts";
import { type Known, ofSession } from "./rows.ts";
import type { Upsert } from "./writes.ts";

/** How an answer came about, a row a step, where its participant consented to that. */
export function behaviourRows(
	state: Known,
	event: EventOf<"FormAnswered"> | EventOf<"MessageSent">,
	place: { readonly index: number; readonly turn: number } | null,
): Upsert[] {
	if (!event.behaviour) return [];
	const about = event.type === "FormAnswered" ? event.conversation : (place?.index ?? null);
	return [
		{
			into: "behaviour",
			row: {
				id: event.step,
				...ofSession(state),
				step: event.step,
				kind: event.type === "FormAnswered" ? "form" : "message",
				conversationId: about === null ? null : conversationIdOf(state.facts.sessionId, about),
				turn: place === null ? null : place.turn + 1,
				form: event.type === "FormAnswered" ? event.form : null,
				...event.behaviour,
				recordedAt: timestamp(event.atMs),
			},
		},
	];
}
