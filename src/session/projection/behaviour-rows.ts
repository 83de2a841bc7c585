import { timestamp } from "../../shared/clock.ts";
import { derivedId } from "../../shared/id.ts";
import type { EventOf } from "../domain/events.ts";
import { conversationIdOf } from "../domain/state.ts";
import { ofSession, type StartedState } from "./session-rows.ts";
import type { Upsert } from "./writes.ts";

/** How an answer came about, a row a step, where its participant consented to that. */
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

/**
 * Names the answer by what it is about. A step's own id follows from the number of steps before it, rounds of a failed reply among them, and
 * whoever reads D1 could count them.
 */
const stepKeyOf = (
	{ facts }: StartedState,
	event: EventOf<"FormAnswered"> | EventOf<"MessageSent">,
	place: { readonly index: number; readonly turn: number } | null,
) =>
	event.type === "FormAnswered"
		? derivedId("step", facts.sessionId, "form", event.form, event.conversation ?? "")
		: derivedId("step", facts.sessionId, "message", place?.index ?? 0, place?.turn ?? 0);
