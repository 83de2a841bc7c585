import type { ThreadMessage } from "../../models/model-types.ts";
import type { ItemView, MessageView, SessionView, StepView } from "../../session/view/view-schema.ts";
import { questionsOf, type Schema, schemaOf } from "./asked-items.ts";
import { END, type Persona } from "./personas.ts";

/** One request to a simulating model: only what the participant sees, and the persona. */
export type Task = {
	readonly system: string;
	readonly thread: readonly ThreadMessage[];
	/** Null for a message. */
	readonly schema: Schema | null;
};

/** The messages as they are stored and hashed. */
export const messagesIn = ({ system, thread }: Task) => [{ role: "system", text: system } as const, ...thread];
export const promptText = (task: Task): string => JSON.stringify(messagesIn(task));

type Step<K extends StepView["kind"]> = Extract<StepView, { kind: K }>;

const ANSWER = "Answer with one JSON object and nothing else. Answer as this person would, from what they have seen.";

/** Where a message is written. The conversation and the turn count from 1. */
export const messageStep = (conversation: number, turn: number): string => `message/${conversation}/${turn}`;

/** What of the view a message depends on. */
type Conversing = {
	readonly conversation: Pick<NonNullable<SessionView["conversation"]>, "title" | "instructions" | "messages"> | null;
};

export function messageTask(
	{ text, roles }: Persona,
	view: Conversing,
	{ canEnd, maxLength }: Pick<Step<"message">, "canEnd" | "maxLength">,
): Task {
	const { title = "", instructions = "", messages = [] } = view.conversation ?? {};
	const rules = [
		`The person takes part in a study and talks to an AI assistant. ${title}. ${instructions}`,
		`Write only the person's next message, in their own words, at most ${maxLength} characters. You are never the assistant.`,
		canEnd ? `If the person would end the conversation here, write ${END} alone.` : "",
	];
	const system = [text, ...rules].filter((part) => part !== "").join("\n\n");
	if (roles === "as-is") return { system, thread: threadOf(messages), schema: null };
	const opening: ThreadMessage = { role: "participant", text: "(The conversation begins. Write the first message.)" };
	const flipped = threadOf(messages).map(
		({ role, text: said }): ThreadMessage => ({
			role: role === "participant" ? "assistant" : "participant",
			text: said,
		}),
	);
	return { system, thread: [opening, ...flipped], schema: null };
}

/** Several replies to one message are one turn of the assistant, under the names that the participant sees. */
function threadOf(messages: readonly MessageView[]): ThreadMessage[] {
	const thread: ThreadMessage[] = [];
	for (const { role, text, candidate, chosen } of messages) {
		if (role === "participant") thread.push({ role, text });
		else if (chosen === false) continue;
		else {
			const said =
				candidate !== undefined && chosen === undefined ? `Assistant ${candidate.toUpperCase()}: ${text}` : text;
			const last = thread.at(-1);
			if (last?.role === "assistant") thread[thread.length - 1] = { role, text: `${last.text}\n\n${said}` };
			else thread.push({ role, text: said });
		}
	}
	return thread;
}

export const transcriptOf = (messages: readonly MessageView[]): string =>
	threadOf(messages)
		.map(({ role, text }) => `${role === "participant" ? "Person" : "Assistant"}: ${text}`)
		.join("\n");

export function formTask(persona: Persona, view: SessionView, { title, items }: Step<"form">): Task {
	const about = view.conversation ? `The conversation:\n${transcriptOf(view.conversation.messages)}\n\n` : "";
	return itemsTask(persona, `${about}${ranked(items)}The person fills in this form: ${title}`, items);
}

/** The conversations or panes that the form ranks, under the names of its options. */
const ranked = (items: readonly ItemView[]): string =>
	items
		.flatMap(({ options = [] }) => options)
		.filter(
			({ transcript }, index, all) => transcript && all.findIndex((one) => one.value === all[index]?.value) === index,
		)
		.map(({ value, label, transcript }) => `"${value}" (${label}):\n${transcriptOf(transcript?.messages ?? [])}\n\n`)
		.join("");

export function itemsTask({ text }: Persona, situation: string, items: readonly ItemView[]): Task {
	const asked = `${situation}\n${questionsOf(items)}\n\n${ANSWER}`;
	return { system: text, thread: [{ role: "participant", text: asked }], schema: schemaOf(items) };
}

/** A choice as items: which candidate, and a score for each. */
export function choiceItems({ candidates, scale }: Step<"choice">): readonly ItemView[] {
	const options = candidates.map(({ id }) => ({ value: id, label: `Reply ${id.toUpperCase()}` }));
	const chosen: ItemView = { id: "chosen", kind: "choice", label: "Which reply is better?", required: true, options };
	if (!scale) return [chosen];
	const { min, max, step, minLabel, maxLabel } = scale;
	const scores = candidates.map(
		({ id }): ItemView => ({
			...{ id: `score_${id}`, kind: "vas", label: `How good is reply ${id.toUpperCase()}?`, required: true },
			...{ min, max, step, minLabel, maxLabel },
		}),
	);
	return [chosen, ...scores];
}

export function choiceTask(persona: Persona, view: SessionView, step: Step<"choice">): Task {
	const said = transcriptOf(view.conversation?.messages ?? []);
	const replies = step.candidates.map(({ id, text }) => `Reply ${id.toUpperCase()}: ${text}`).join("\n\n");
	return itemsTask(
		persona,
		`The conversation:\n${said}\n\n${replies}\n\nThe person compares the replies.`,
		choiceItems(step),
	);
}

/** The same request again, with the answer that was wrong and what is wrong with it. */
export const askedAgain = (task: Task, reply: string, details: readonly string[]): Task => ({
	...task,
	thread: [
		...task.thread,
		{ role: "assistant", text: reply },
		{ role: "participant", text: `Your last answer cannot be used. ${details.join(" ")}` },
	],
});
