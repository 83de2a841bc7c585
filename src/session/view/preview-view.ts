import type { Form } from "../../protocol/schema/form.ts";
import { conversationsOf, formOf, numberOfConversations } from "../../protocol/steps/steps.ts";
import type { Json } from "../../shared/json.ts";
import { agendaOf } from "../domain/agenda.ts";
import type { BlindedPlan, BlindedState, BlindedStudy } from "../domain/blinded-state.ts";
import { type AgendaItem, entryOf } from "../domain/state.ts";
import type { SessionView } from "./view-schema.ts";

type Preview = NonNullable<SessionView["preview"]>;
type Course = Preview["course"];

/** What a researcher's preview is told beyond a participant: what there is to go to. Titles alone, which stand on the screen too. */
export function previewOf(study: BlindedStudy, state: BlindedState): Preview {
	const plan = state.allocated?.plan ?? onlyPlan(study);
	const item = agendaOf(study, plan)[state.at];
	return {
		at: item === undefined || item.kind === "allocation" ? null : keyOf(item),
		course: plan ? courseUnder(study, plan) : courseBeforeDraw(study),
	};
}

/** Where all conversations are of one entry, there is nothing to draw that changes their course. */
function onlyPlan({ protocol }: BlindedStudy): BlindedPlan | null {
	const [entry, ...others] = protocol.conversations;
	if (!entry || others.length > 0) return null;
	const talk = { entry: entry.id, slots: [] };
	return { conversations: Array.from({ length: conversationsOf(protocol, entry) }, () => talk), seed: "" };
}

const courseUnder = (study: BlindedStudy, plan: BlindedPlan): Course =>
	agendaOf(study, plan).flatMap((item) => {
		if (item.kind === "allocation") return [];
		return [{ key: keyOf(item), kind: item.kind, title: titleOf(study, plan, item), conversation: numberOf(item) }];
	});

/** Which conversation comes when is not drawn yet, and so neither are the forms that follow each. */
function courseBeforeDraw(study: BlindedStudy): Course {
	const { flow, forms } = study.protocol;
	const talks = Array.from({ length: numberOfConversations(study.protocol) }, (_, conversation) => conversation);
	return flow.flatMap((part): Course => {
		if (part === "consent") return [{ key: part, kind: part, title: null, conversation: null }];
		if (part === "conversations") return talks.map(undrawn);
		if (forms[part]?.each) return [];
		return [{ key: `form/${part}`, kind: "form", title: formOf(study.protocol, part).title, conversation: null }];
	});
}

const undrawn = (conversation: number): Course[number] => ({
	key: keyOf({ kind: "conversation", conversation }),
	kind: "conversation",
	title: null,
	conversation: conversation + 1,
});

type Place = Exclude<AgendaItem, { kind: "allocation" }>;

const numberOf = (item: Place): number | null =>
	item.kind === "consent" || item.conversation === null ? null : item.conversation + 1;

function keyOf(item: Place): string {
	const number = numberOf(item);
	return [item.kind, ...(item.kind === "form" ? [item.form] : []), ...(number === null ? [] : [number])].join("/");
}

function titleOf(study: BlindedStudy, plan: BlindedPlan, item: Place): string | null {
	if (item.kind === "consent") return null;
	if (item.kind === "form") return formOf(study.protocol, item.form).title;
	return entryOf(study, plan, item.conversation).title;
}

/** The answers that pass a form's attention checks, by item. They leave the server for nobody, a preview neither. */
export const rightAnswers = (form: Form): Record<string, Json> =>
	Object.fromEntries(
		form.items.flatMap((item) => ("correct" in item && item.correct !== undefined ? [[item.id, item.correct]] : [])),
	);
