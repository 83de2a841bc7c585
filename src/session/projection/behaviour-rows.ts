import { timestamp } from "../../shared/clock.ts";
import { derivedId } from "../../shared/id.ts";
import type { EventOf } from "../domain/events.ts";
import { conversationIdOf, type StartedState } from "../domain/state.ts";
import { ofSession } from "./session-rows.ts";
import type { Upsert } from "./writes.ts";

/** How an answer was typed, one row per step, if the participant consented to it. */
export function behaviourRows(
	state: StartedState,
	event: EventOf<"FormAnswered"> | EventOf<"MessageSent">,
	place: { readonly index: number; readonly turn: number } | null,
): Upsert[] {
	if (!event.behaviour) return [];
	const about = event.type === "FormAnswered" ? event.conversation : (place?.index ?? null);
	const step = stepKeyOf(state, event, place);
	return [
		{
			into: "behaviour",
			earlierId: event.step,
			row: {
				id: step,
				...ofSession(state),
				step,
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

/** An id from what the answer is about. The step's own id counts the steps before it, so researchers could count failed rounds. */
const stepKeyOf = (
	{ facts }: StartedState,
	event: EventOf<"FormAnswered"> | EventOf<"MessageSent">,
	place: { readonly index: number; readonly turn: number } | null,
) =>
	event.type === "FormAnswered"
		? derivedId("step", facts.sessionId, "form", event.form, event.conversation ?? "")
		: derivedId("step", facts.sessionId, "message", place?.index ?? 0, place?.turn ?? 0);
