import type { Form, Item } from "../schema/form.ts";
import type { Conversation, Protocol } from "../schema/schema.ts";

/** The parts of a protocol that its steps depend on. Of the arms, only their number. */
type Outline = Pick<Protocol, "flow" | "forms" | "conversations"> & {
	readonly arms: { readonly length: number };
	readonly design: Pick<Protocol["design"], "topics">;
};

/** The number of conversations of this entry: with `each` one per arm, unless each topic has one arm. */
export const conversationsOf = ({ arms, design }: Pick<Outline, "arms" | "design">, entry: Conversation): number =>
	entry.layout === "single" && entry.arms === "each" && design.topics !== "across" ? arms.length : 1;

/** The number of arms beside each other in one conversation of this entry. */
export const armsShown = (protocol: Pick<Outline, "arms">, entry: Conversation): number => {
	if (entry.layout === "single") return 1;
	return entry.arms === "each" ? protocol.arms.length : entry.arms;
};

/** The number of one participant's conversations. */
export const numberOfConversations = (protocol: Pick<Outline, "arms" | "design" | "conversations">): number =>
	protocol.conversations.reduce((sum, entry) => sum + conversationsOf(protocol, entry), 0);

/** The form of this name. In a validated protocol every name in the flow and in `after` has one. */
export function formOf(protocol: Pick<Outline, "forms">, id: string): Form {
	const form = Object.hasOwn(protocol.forms, id) ? protocol.forms[id] : undefined;
	if (!form) throw new Error(`no form ${id}`);
	return form;
}

/**
 * The steps of one conversation with the fewest messages: one message per turn, a choice if a best-of shows several
 * replies, and the forms after it. Pressing "I am done" is not counted: it takes no effort, and not everybody does.
 */
export function stepsOfConversation({ layout, turns, laterCandidates, after }: Conversation): number {
	const choices = layout === "best-of" ? 1 + (laterCandidates > 1 ? turns.min - 1 : 0) : 0;
	return turns.min + choices + after.length;
}

/** The number of a participant's steps with the fewest messages: the end of the progress bar at first. */
export function stepCount(protocol: Outline): number {
	const conversations = protocol.conversations.reduce(
		(sum, entry) => sum + conversationsOf(protocol, entry) * stepsOfConversation(entry),
		0,
	);
	return protocol.flow.reduce(
		(sum, part) => sum + (part === "conversations" ? conversations : timesAsked(protocol, part)),
		0,
	);
}

/** How often a participant gets this part of the flow: a form of each conversation comes once per conversation. */
const timesAsked = (protocol: Outline, part: string): number =>
	Object.hasOwn(protocol.forms, part) && formOf(protocol, part).each ? numberOfConversations(protocol) : 1;

export type AskedItem = {
	readonly form: string;
	readonly item: Item;
	/** How often a participant is asked: a form after a conversation comes after each. */
	readonly times: number;
	/** Asked before randomisation, so that eligibility and strata may use it. */
	readonly beforeRandomisation: boolean;
};

/** Every item that a participant is asked, in the order of the flow; those after conversations are at `conversations`. */
export function itemsAsked(protocol: Outline): AskedItem[] {
	const at = protocol.flow.indexOf("conversations");
	const items = (form: string, times: number, beforeRandomisation: boolean): AskedItem[] =>
		Object.hasOwn(protocol.forms, form)
			? formOf(protocol, form).items.map((item) => ({ form, item, times, beforeRandomisation }))
			: [];
	return protocol.flow.flatMap((part, index) =>
		part === "conversations"
			? [...timesAfter(protocol)].flatMap(([form, times]) => items(form, times, false))
			: items(part, timesAsked(protocol, part), index < at),
	);
}

function timesAfter(protocol: Outline): Map<string, number> {
	const times = new Map<string, number>();
	for (const entry of protocol.conversations) {
		for (const form of entry.after) times.set(form, (times.get(form) ?? 0) + conversationsOf(protocol, entry));
	}
	return times;
}
