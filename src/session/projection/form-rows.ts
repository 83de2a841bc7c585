import type { ItemAnswer } from "../../db/tables/answers.ts";
import type { Item } from "../../protocol/schema/form.ts";
import { isScale } from "../../protocol/schema/item-kinds.ts";
import { formOf } from "../../protocol/steps/steps.ts";
import { labelText } from "../../randomisation/plan/label-text.ts";
import { timestamp } from "../../shared/clock.ts";
import type { EventOf } from "../domain/events.ts";
import { conversationIdOf, type StartedState, type Study } from "../domain/state.ts";
import { optionsOfRanking } from "../forms/form-options.ts";
import { at, labelOfConversation } from "./conversation-rows.ts";
import { ofSession } from "./session-rows.ts";
import type { Upsert } from "./writes.ts";

/** The rows of one form: its answers, and ratings and ranks for items about arms. */
export function formRows(study: Study, state: StartedState, event: EventOf<"FormAnswered">): Upsert[] {
	const answered = itemsOf(study, event).filter((item) => event.answers[item.id] !== undefined);
	return [
		...answersRow(study, state, event),
		...answered.flatMap((item) => [
			...ratingRows(study, state, event, item),
			...rankingRows(study, state, event, item),
		]),
	];
}

type FormEvent = EventOf<"FormAnswered" | "FormSkipped">;

/** One row with the answers, and with the items that other answers hid, so that those do not count as missing. An untouched form has no row. */
export function answersRow(
	study: Study,
	state: StartedState,
	event: FormEvent,
): Extract<Upsert, { into: "formAnswers" }>[] {
	const asked = event.type === "FormAnswered" ? answersOf(study, event) : [];
	const leftOut = leftOutOf(study, event);
	const items = [...asked, ...leftOut];
	if (items.length === 0) return [];
	const checks = asked.flatMap(({ correct }) => (correct === undefined ? [] : [correct]));
	const row = {
		id: keyOf(state, event),
		...ofSession(state),
		conversationId: event.conversation === null ? null : conversationIdOf(state.facts.sessionId, event.conversation),
		form: event.form,
		items,
		asked: asked.length,
		notAsked: leftOut.length,
		checks: checks.length,
		checksFailed: checks.filter((isCorrect) => !isCorrect).length,
		elapsedMs: event.type === "FormAnswered" ? event.elapsedMs : null,
		answeredAt: timestamp(event.atMs),
	};
	return [{ into: "formAnswers", row }];
}

const itemsOf = (study: Study, { form }: FormEvent): Item[] =>
	formOf(study.protocol, form).items.filter(({ kind }) => kind !== "info");

const leftOutOf = (study: Study, event: FormEvent): ItemAnswer[] =>
	itemsOf(study, event)
		.filter(({ id }) => event.leftOut?.includes(id))
		.map(({ id, kind }) => ({ item: id, kind, asked: false, position: 0 }));

function answersOf(study: Study, event: EventOf<"FormAnswered">): ItemAnswer[] {
	const { answers, order, failedChecks, moves } = event;
	return itemsOf(study, event).flatMap((item) => {
		const [value, moved] = [answers[item.id], moves?.[item.id]];
		if (value === undefined) return [];
		const isCheck = "correct" in item && item.correct !== undefined;
		return [
			{
				item: item.id,
				kind: item.kind,
				value,
				position: order.indexOf(item.id) + 1,
				...(isCheck && { correct: !failedChecks.includes(item.id) }),
				...(moved && { changes: moved.changes, history: moved.history }),
			},
		];
	});
}

/** A form is answered once per conversation or once per session. */
const keyOf = ({ facts }: StartedState, { form, conversation }: FormEvent): string =>
	`${facts.sessionId}/${form}/${conversation === null ? "" : conversation + 1}`;

/** A number about a conversation rates its arm. A number about side-by-side panes rates no single arm. */
function ratingRows(study: Study, state: StartedState, event: EventOf<"FormAnswered">, item: Item): Upsert[] {
	if (event.conversation === null || !isScale(item)) return [];
	const label = labelOfConversation(study, state, event.conversation);
	const value = event.answers[item.id];
	if (label === null || (typeof value !== "number" && value !== null)) return [];
	return [
		{
			into: "ratings",
			row: {
				id: `${keyOf(state, event)}/${item.id}`,
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
			id: `${keyOf(state, event)}/${item.id}/${name}`,
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
