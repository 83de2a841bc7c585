import { isMet, leftOut } from "../../protocol/answers/condition.ts";
import type { Form, Item } from "../../protocol/schema/form.ts";
import { formOf } from "../../protocol/steps/steps.ts";
import type { Json } from "../../shared/json.ts";
import type { BlindedActive, BlindedStudy } from "../domain/blinded-state.ts";
import { type FormStage, hasReply, itemOrderOf, optionsOfRanking } from "./form-options.ts";

/** A ranking needs at least two options. */
const MIN_RANKED = 2;

/**
 * The form for this participant, without rankings of replies that do not exist because a model failed, and without items
 * that depend on another answer to an earlier form.
 */
export function askedForm(study: BlindedStudy, state: BlindedActive, stage: FormStage): Form {
	const form = formOf(study.protocol, stage.form);
	const asked = new Set<string>();
	for (const item of form.items) if (isItemAsked(study, state, stage, item, asked)) asked.add(item.id);
	return { ...form, items: form.items.filter(({ id }) => asked.has(id)) };
}

/** The form without the items that these answers to it leave out. */
export function shownForm(asked: Form, answers: Readonly<Record<string, Json>>): Form {
	const out = new Set(leftOut(asked.items, answers));
	return { ...asked, items: asked.items.filter(({ id }) => !out.has(id)) };
}

/** Ids of the asked items, in this participant's order. */
export function askedOrder(study: BlindedStudy, state: BlindedActive, stage: FormStage): readonly string[] {
	const asked = new Set(askedForm(study, state, stage).items.map(({ id }) => id));
	return itemOrderOf(state, stage, formOf(study.protocol, stage.form)).filter((id) => asked.has(id));
}

/** Items about replies that do not exist. */
export const itemsNotAsked = (study: BlindedStudy, state: BlindedActive, stage: FormStage): readonly string[] =>
	formOf(study.protocol, stage.form)
		.items.filter((item) => !hasSubject(study, state, stage, item))
		.map(({ id }) => id);

/** Items that are left out because of answers to this form or to earlier ones. */
export function leftOutItems(
	study: BlindedStudy,
	state: BlindedActive,
	stage: FormStage,
	shown: Form,
): readonly string[] {
	const isShown = new Set(shown.items.map(({ id }) => id));
	return formOf(study.protocol, stage.form)
		.items.filter((item) => hasSubject(study, state, stage, item) && !isShown.has(item.id))
		.map(({ id }) => id);
}

/** False if the form's conversation has no reply, or if all of its questions were left out. */
export function isAsked(study: BlindedStudy, state: BlindedActive, stage: FormStage): boolean {
	if (stage.conversation !== null && !hasReply(state, stage.conversation)) return false;
	const questions = ({ items }: Form) => items.filter(({ kind }) => kind !== "info").length;
	return questions(askedForm(study, state, stage)) > 0 || questions(formOf(study.protocol, stage.form)) === 0;
}

/** `asked`: the items above it that are asked. */
const isItemAsked = (
	study: BlindedStudy,
	state: BlindedActive,
	stage: FormStage,
	item: Item,
	asked: ReadonlySet<string>,
): boolean => hasSubject(study, state, stage, item) && mayBeShown(state, stage, item, asked);

/** A condition on the same form is settled by its answers, if the item that it names is asked. */
function mayBeShown(
	state: BlindedActive,
	{ conversation }: FormStage,
	{ showIf }: Item,
	asked: ReadonlySet<string>,
): boolean {
	if (showIf === undefined) return true;
	if (showIf.form === undefined) return asked.has(showIf.item);
	const { form } = showIf;
	// Validation has seen that it was asked once, or once of this conversation.
	const answered = state.forms.findLast(
		(entry) => entry.form === form && (entry.conversation === null || entry.conversation === conversation),
	);
	return isMet(showIf, answered?.answers[showIf.item]);
}

/** Whether there is what the item asks about. */
function hasSubject(study: BlindedStudy, state: BlindedActive, stage: FormStage, item: Item): boolean {
	if (item.kind !== "ranking" || typeof item.options !== "string") return true;
	const { length } = optionsOfRanking(study, state, item.options, stage);
	if (item.options === "panes") return length > 0;
	return length >= MIN_RANKED || length === state.conversations.length;
}
