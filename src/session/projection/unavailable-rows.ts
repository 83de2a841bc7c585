import { labelText } from "../../randomisation/plan/label-text.ts";
import { timestamp } from "../../shared/clock.ts";
import { slotsOf } from "../domain/conversation.ts";
import type { EventOf } from "../domain/events.ts";
import { conversationIdOf, type StartedState, type Study } from "../domain/state.ts";
import { askedAtMs } from "../reply/presented-times.ts";
import { at, candidateIdOf, turnAt } from "./conversation-rows.ts";
import { ofSession } from "./session-rows.ts";
import type { Upsert } from "./writes.ts";

type Deviation = Extract<Upsert, { into: "deviations" }>;

/** A deviation for each candidate whose model failed, if the conversation ended for it. Written with the calls of that reply. */
export function unavailableRows(
	study: Study,
	state: StartedState,
	{ index, turn }: { readonly index: number; readonly turn: number },
): Deviation["row"][] {
	const { allocated, facts } = state;
	const conversation = at(state.conversations, index);
	if (!allocated || !conversation.isUnavailable) return [];
	const { failures = [] } = turnAt(state, index, turn);
	const kept = new Set(failures.at(-1)?.kept.map(({ slot }) => slot));
	const asked = slotsOf(study, allocated.plan, index, conversation.turns.slice(0, turn));
	return asked
		.filter(({ slot }) => !kept.has(slot))
		.map(({ slot, label }) => ({
			id: `${candidateIdOf(facts.sessionId, index, turn, slot)}/unavailable`,
			...ofSession(state),
			conversationId: conversationIdOf(facts.sessionId, index),
			turn: turn + 1,
			slot,
			label: labelText(label),
			kind: "assistant_unavailable",
			occurredAt: timestamp(askedAtMs(study, turnAt(state, index, turn))),
		}));
}

type NotAsked = {
	readonly form: string;
	readonly conversation: number | null;
	readonly items: readonly (string | null)[];
};

/** Items, or a whole form, that were not asked. Other rows show as well that the conversation has no reply. */
export function notAskedRows(state: StartedState, event: EventOf<"FormSkipped" | "FormAnswered">): Deviation[] {
	// A form that is skipped for what was answered before is no deviation.
	const skipped = event.type === "FormSkipped" && event.leftOut === undefined;
	const items = skipped ? [null] : event.type === "FormAnswered" ? (event.notAsked ?? []) : [];
	return rowsOf(state, { ...event, items }, event.atMs);
}

const rowsOf = (state: StartedState, { form, conversation, items }: NotAsked, atMs: number): Deviation[] =>
	items.map((item) => ({
		into: "deviations",
		row: {
			id: [state.facts.sessionId, form, conversation === null ? "" : conversation + 1, item ?? "", "not_asked"].join(
				"/",
			),
			...ofSession(state),
			conversationId: conversation === null ? null : conversationIdOf(state.facts.sessionId, conversation),
			kind: "not_asked",
			occurredAt: timestamp(atMs),
			form,
			item,
		},
	}));

/** The allocator did not answer: not at randomisation, or not after the place had lapsed. */
export function placeRow(state: StartedState, { atMs }: EventOf<"AllocationGivenUp">): Deviation {
	const kind = state.allocated ? "place_not_renewed" : "not_randomised";
	const { sessionId } = state.facts;
	return {
		into: "deviations",
		row: { id: `${sessionId}/${kind}`, ...ofSession(state), kind, occurredAt: timestamp(atMs) },
	};
}

/** `handling` has the exit that the researcher chose. The audit has the reason. */
export const endedByResearcherRow = (
	state: StartedState,
	{ exit, atMs }: EventOf<"SessionEndedByResearcher">,
): Deviation => ({
	into: "deviations",
	row: {
		id: `${state.facts.sessionId}/ended_by_researcher`,
		...ofSession(state),
		kind: "ended_by_researcher",
		handling: exit,
		occurredAt: timestamp(atMs),
	},
});
