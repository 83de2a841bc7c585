import { conversationsOf, formOf, numberOfConversations } from "../../protocol/steps/steps.ts";
import { agendaOf } from "../domain/agenda.ts";
import type { BlindedPlan, BlindedState, BlindedStudy } from "../domain/blinded-state.ts";
import { type AgendaItem, entryOf } from "../domain/state.ts";
import type { SessionView } from "./view-schema.ts";

type Preview = NonNullable<SessionView["preview"]>;
type Course = Preview["course"];

/**
 * What a researcher's preview adds to the participant's view: the list of steps to jump to. It has only titles, which
 * participants see too.
 */
export function previewOf(study: BlindedStudy, state: BlindedState): Preview {
	const plan = state.allocated?.plan ?? onlyPlan(study);
	const item = agendaOf(study, plan)[state.at];
	return {
		at: item === undefined || item.kind === "allocation" ? null : keyOf(item),
		course: plan ? courseUnder(study, plan) : courseBeforeDraw(study),
	};
}

/** If all conversations are of one entry, their order needs no draw. */
function onlyPlan({ protocol }: BlindedStudy): BlindedPlan | null {
	const [entry, ...others] = protocol.conversations;
	if (!entry || others.length > 0) return null;
	const conversation = { entry: entry.id, slots: [] };
	return { conversations: Array.from({ length: conversationsOf(protocol, entry) }, () => conversation), seed: "" };
}

const courseUnder = (study: BlindedStudy, plan: BlindedPlan): Course =>
	agendaOf(study, plan).flatMap((item) => {
		if (item.kind === "allocation") return [];
		return [{ key: keyOf(item), kind: item.kind, title: titleOf(study, plan, item), conversation: numberOf(item) }];
	});

/** The order of conversations, and of the forms after them, is not drawn yet. */
function courseBeforeDraw(study: BlindedStudy): Course {
	const { flow, forms } = study.protocol;
	const conversations = Array.from(
		{ length: numberOfConversations(study.protocol) },
		(_, conversation) => conversation,
	);
	return flow.flatMap((part): Course => {
		if (part === "consent") return [{ key: part, kind: part, title: null, conversation: null }];
		if (part === "conversations") return conversations.map(undrawnConversation);
		if (forms[part]?.each) return [];
		return [{ key: `form/${part}`, kind: "form", title: formOf(study.protocol, part).title, conversation: null }];
	});
}

const undrawnConversation = (conversation: number): Course[number] => ({
	key: keyOf({ kind: "conversation", conversation }),
	kind: "conversation",
	title: null,
	conversation: conversation + 1,
});

type PreviewItem = Exclude<AgendaItem, { kind: "allocation" }>;

const numberOf = (item: PreviewItem): number | null =>
	item.kind === "consent" || item.conversation === null ? null : item.conversation + 1;

function keyOf(item: PreviewItem): string {
	const number = numberOf(item);
	return [item.kind, ...(item.kind === "form" ? [item.form] : []), ...(number === null ? [] : [number])].join("/");
}

function titleOf(study: BlindedStudy, plan: BlindedPlan, item: PreviewItem): string | null {
	if (item.kind === "consent") return null;
	if (item.kind === "form") return formOf(study.protocol, item.form).title;
	return entryOf(study, plan, item.conversation).title;
}
