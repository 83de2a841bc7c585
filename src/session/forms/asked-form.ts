import type { Form, Item } from "../../protocol/schema/form.ts";
import { formOf } from "../../protocol/steps/steps.ts";
import type { BlindedActive, BlindedStudy } from "../domain/blinded-state.ts";
import { type FormStage, hasReply, itemOrderOf, optionsOfRanking } from "./form-options.ts";

/** What is ranked has to be more than one thing. */
const FEWEST_TO_RANK = 2;

/** The form as this participant is asked it: without rankings of replies that do not exist, because a model failed. */
export function askedForm(study: BlindedStudy, state: BlindedActive, stage: FormStage): Form {
	const form = formOf(study.protocol, stage.form);
	return { ...form, items: form.items.filter((item) => isItemAsked(study, state, stage, item)) };
}

/** In the order in which this participant is shown them. */
export function askedOrder(study: BlindedStudy, state: BlindedActive, stage: FormStage): readonly string[] {
	const asked = new Set(askedForm(study, state, stage).items.map(({ id }) => id));
	return itemOrderOf(state, stage, formOf(study.protocol, stage.form)).filter((id) => asked.has(id));
}

export const notAsked = (study: BlindedStudy, state: BlindedActive, stage: FormStage): readonly string[] =>
	formOf(study.protocol, stage.form)
		.items.filter((item) => !isItemAsked(study, state, stage, item))
		.map(({ id }) => id);

/** Whether there is anything to ask: not of a conversation without a reply, and not where all questions fell away. */
export function isAsked(study: BlindedStudy, state: BlindedActive, stage: FormStage): boolean {
	if (stage.conversation !== null && !hasReply(state, stage.conversation)) return false;
	const questions = ({ items }: Form) => items.filter(({ kind }) => kind !== "info").length;
	return questions(askedForm(study, state, stage)) > 0 || questions(formOf(study.protocol, stage.form)) === 0;
}

function isItemAsked(study: BlindedStudy, state: BlindedActive, stage: FormStage, item: Item): boolean {
	if (item.kind !== "ranking" || typeof item.options !== "string") return true;
	const { length } = optionsOfRanking(study, state, item.options, stage);
	if (item.options === "panes") return length > 0;
	return length >= FEWEST_TO_RANK || length === state.conversations.length;
}
