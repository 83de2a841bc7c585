import type { Item } from "../../protocol/schema/form.ts";
import { formOf } from "../../protocol/steps/steps.ts";
import { labelText } from "../../randomisation/plan/label-text.ts";
import { timestamp } from "../../shared/clock.ts";
import type { EventOf } from "../domain/events.ts";
import { conversationIdOf, type StartedState, type Study } from "../domain/state.ts";
import { optionsOfRanking } from "../forms/form-options.ts";
import { at, labelOfConversation, ofSession } from "./session-rows.ts";
import type { Upsert } from "./writes.ts";

/** The rows of one form: an answer per item, and ratings and ranks for items about arms. */
export function formRows(study: Study, state: StartedState, event: EventOf<"FormAnswered">): Upsert[] {
	const form = formOf(study.protocol, event.form);
	const answered = form.items.flatMap((item) =>
		item.kind === "info" || event.answers[item.id] === undefined
			? []
			: [
					answerRow(state, event, item),
					...ratingRows(study, state, event, item),
					...rankingRows(study, state, event, item),
				],
	);
	return [...answered, ...leftOutRows(study, state, event)];
}

/** Items that other answers left out: not asked, and not missing. */
export function leftOutRows(
	study: Study,
	state: StartedState,
	event: EventOf<"FormAnswered" | "FormSkipped">,
): Extract<Upsert, { into: "answers" }>[] {
	const { leftOut = [], form, atMs } = event;
	return formOf(study.protocol, form)
		.items.filter((item) => item.kind !== "info" && leftOut.includes(item.id))
		.map((item) => ({
			into: "answers",
			row: {
				...ofItem(state, event, item),
				value: null,
				asked: false,
				position: 0,
				correct: null,
				elapsedMs: null,
				answeredAt: timestamp(atMs),
			},
		}));
}

/** A form is answered once per conversation or once per session. */
const keyOf = ({ facts }: StartedState, { form, conversation }: FormEvent, item: Item): string =>
	`${facts.sessionId}/${form}/${conversation === null ? "" : conversation + 1}/${item.id}`;

type FormEvent = EventOf<"FormAnswered" | "FormSkipped">;

const ofItem = (state: StartedState, event: FormEvent, item: Item) => ({
	id: keyOf(state, event, item),
	...ofSession(state),
	conversationId: event.conversation === null ? null : conversationIdOf(state.facts.sessionId, event.conversation),
	form: event.form,
	item: item.id,
	kind: item.kind,
});

function answerRow(state: StartedState, event: EventOf<"FormAnswered">, item: Item): Upsert {
	return {
		into: "answers",
		row: {
			...ofItem(state, event, item),
			value: event.answers[item.id],
			position: event.order.indexOf(item.id) + 1,
			correct: "correct" in item && item.correct !== undefined ? !event.failedChecks.includes(item.id) : null,
			elapsedMs: event.elapsedMs,
			changes: event.moves?.[item.id]?.changes ?? null,
			history: event.moves?.[item.id]?.history ?? null,
			answeredAt: timestamp(event.atMs),
		},
	};
}

/** A number about a conversation rates its arm. A number about side-by-side panes rates no single arm. */
function ratingRows(study: Study, state: StartedState, event: EventOf<"FormAnswered">, item: Item): Upsert[] {
	if (event.conversation === null || (item.kind !== "vas" && item.kind !== "likert")) return [];
	const label = labelOfConversation(study, state, event.conversation);
	const value = event.answers[item.id];
	if (label === null || (typeof value !== "number" && value !== null)) return [];
	return [
		{
			into: "ratings",
			row: {
				id: keyOf(state, event, item),
				...ofSession(state),
				conversationId: conversationIdOf(state.facts.sessionId, event.conversation),
				label,
				source: "form",
				turn: null,
				slot: null,
				form: event.form,
				item: item.id,
				value,
				min: item.min,
				max: item.max,
				ratedAt: timestamp(event.atMs),
			},
		},
	];
}

function rankingRows(study: Study, state: StartedState, event: EventOf<"FormAnswered">, item: Item): Upsert[] {
	const value = event.answers[item.id];
	if (item.kind !== "ranking" || typeof item.options !== "string" || !Array.isArray(value)) return [];
	const options = optionsOfRanking(study, state, item.options, event);
	return options.flatMap(({ value: name, conversation, slot }, place) => {
		const label =
			slot === null ? labelOfConversation(study, state, conversation) : paneLabel(state, conversation, slot);
		const rank = value.indexOf(name) + 1;
		if (label === null || rank === 0) return [];
		const row = {
			id: `${keyOf(state, event, item)}/${name}`,
			...ofSession(state),
			form: event.form,
			item: item.id,
			conversationId: conversationIdOf(state.facts.sessionId, conversation),
			slot,
			label,
			rank,
			position: place + 1,
			rankedAt: timestamp(event.atMs),
		};
		return [{ into: "rankings" as const, row }];
	});
}

function paneLabel(state: StartedState, conversation: number, slot: string): string | null {
	const slots = state.allocated ? at(state.allocated.plan.conversations, conversation).slots : [];
	const pane = slots.find((candidate) => candidate.slot === slot);
	return pane ? labelText(pane.label) : null;
}
