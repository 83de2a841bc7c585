import type { Item } from "../../protocol/schema/form.ts";
import { isScale } from "../../protocol/schema/item-kinds.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import type { ItemView } from "../../session/view/view-schema.ts";
import { type PastTalk, slotAt } from "./past-talk.ts";
import type { Persona } from "./personas.ts";
import { itemsTask, type Task, transcriptOf } from "./tasks.ts";

/** A form to judge by, about one conversation or about all. */
export type JudgedForm = {
	readonly form: string;
	readonly title: string;
	readonly items: readonly ItemView[];
	readonly talk: PastTalk | null;
	/** What is read before the questions. */
	readonly situation: string;
};

/** The name of the step in a run, and what the model is asked there. */
export const judgedStep = ({ form, talk }: JudgedForm): string => `judge/${form}/${talk?.position ?? 0}`;
export const judgedTask = (persona: Persona, { situation, items }: JudgedForm): Task =>
	itemsTask(persona, situation, items);

/** The forms that a judge fills in: those after each conversation, and those of the flow that rank conversations or panes. */
export function judgedForms({ conversations, forms, flow }: Protocol, talks: readonly PastTalk[]): JudgedForm[] {
	const about = talks.flatMap((talk) => {
		const { after = [] } = conversations.find(({ id }) => id === talk.entry) ?? {};
		return after.map((form) => ({ form, talk }));
	});
	const later = flow.slice(flow.indexOf("conversations") + 1).map((form) => ({ form, talk: null }));
	return [...about, ...later].flatMap(({ form, talk }) => {
		const { title = "", items = [] } = forms[form] ?? {};
		const asked = items.flatMap((item) => judgedItem(item, talk, talks));
		return asked.length === 0 ? [] : [{ form, title, items: asked, talk, situation: situationOf(talk, talks, title) }];
	});
}

function situationOf(talk: PastTalk | null, talks: readonly PastTalk[], title: string): string {
	const read = talk ? [talk] : talks;
	const said = read.map(
		({ position, messages }) => `Conversation ${position} (conversation-${position}):\n${transcriptOf(messages)}`,
	);
	return `These are the person's own conversations with AI assistants.\n\n${said.join("\n\n")}\n\nThe person fills in this form: ${title}`;
}

/** Opinions about the conversations. Attention checks, texts and items that depend on other answers are not judged. */
function judgedItem(item: Item, talk: PastTalk | null, talks: readonly PastTalk[]): ItemView[] {
	if (item.showIf !== undefined || ("correct" in item && item.correct !== undefined)) return [];
	const asked = { id: item.id, label: item.label, required: true };
	if (item.kind === "ranking") {
		const options = rankedBy(item.options, talk, talks);
		return options.length > 1 ? [{ ...asked, kind: "ranking", options }] : [];
	}
	if (talk === null) return [];
	if (!isScale(item)) return [];
	const { min, max, step, minLabel, maxLabel, notApplicable } = item;
	const ends = { ...(minLabel !== undefined && { minLabel }), ...(maxLabel !== undefined && { maxLabel }) };
	return [{ ...asked, kind: item.kind, min, max, step, notApplicable, ...ends }];
}

function rankedBy(
	options: Extract<Item, { kind: "ranking" }>["options"],
	talk: PastTalk | null,
	talks: readonly PastTalk[],
): NonNullable<ItemView["options"]> {
	if (options === "conversations")
		return talks.map(({ position }) => ({
			...{ value: `conversation-${position}`, label: `Conversation ${position}`, conversation: position },
		}));
	if (options !== "panes") return [];
	return (panesOf(talk, talks)?.labels ?? []).map((_, place) => {
		const slot = slotAt(place);
		return { value: slot, label: `Assistant ${slot.toUpperCase()}`, candidate: slot };
	});
}

/** The conversation whose panes are ranked. After all conversations, it is the study's one in panes. */
export const panesOf = (talk: PastTalk | null, talks: readonly PastTalk[]): PastTalk | null =>
	talk ?? talks.find(({ layout }) => layout === "side-by-side") ?? null;
