import { answersKept, leftOut } from "../../protocol/answers/condition.ts";
import type { SessionView, StepView } from "../../session/view/view-schema.ts";
import type { Json } from "../../shared/json.ts";
import { answerable, type ReadItems, readItems } from "../model/asked-items.ts";
import { comparedText, type DeviationKind, isComparable, messageFault, readMessage } from "../model/message-faults.ts";
import type { Persona } from "../model/personas.ts";
import { choiceItems, choiceTask, formTask, messageStep, messageTask } from "../model/tasks.ts";
import { actOf } from "../policy/next-act.ts";
import type { ModelStore } from "./model-store.ts";
import type { Person } from "./people-store.ts";
import type { Question, ReadReply, Simulator } from "./simulator.ts";
import type { Decide } from "./walk.ts";

type Step<K extends StepView["kind"]> = Extract<StepView, { kind: K }>;

type ConverseDeps = {
	readonly persona: Persona;
	readonly person: Person;
	readonly simulator: Simulator;
	readonly store: ModelStore;
};

/** How a model takes part: it writes messages, compares replies and fills in forms. Steps that only go on need no model. */
export const converse =
	({ persona, person, simulator, store }: ConverseDeps): Decide =>
	async (view, step, mind) => {
		const question = questionOf(persona, person, store, view, step);
		if (!question) return actOf(mind, view, step);
		const answered = await simulator.ask(person, mind.draws, question);
		return answered ?? { kind: "wait" };
	};

function questionOf(
	persona: Persona,
	person: Person,
	store: ModelStore,
	view: SessionView,
	step: StepView,
): Question | null {
	const conversation = view.conversation?.index ?? 0;
	switch (step.kind) {
		case "message": {
			if (step.canSend === false) return null;
			const name = messageStep(conversation, step.turn);
			const read = readSaid(persona, view, step, (text) => store.wasSaid(person.run, text, person.place));
			return { id: step.id, name, task: messageTask(persona, view, step), read };
		}
		case "choice": {
			const name = `choice/${conversation}/${view.conversation?.messages.length ?? 0}`;
			const items = choiceItems(step);
			const read: Question["read"] = ({ text }) => withAnswer(readItems(text, items), (values) => chosen(step, values));
			return { id: step.id, name, task: choiceTask(persona, view, step), read };
		}
		case "form": {
			const name = `form/${conversation}/${step.title}`;
			return answerable(step.items).length === 0
				? null
				: { id: step.id, name, task: formTask(persona, view, step), read: ({ text }) => readForm(step, text) };
		}
		default:
			return null;
	}
}

function readSaid(
	persona: Persona,
	view: SessionView,
	step: Step<"message">,
	wasSaid: (text: string) => boolean,
): Question["read"] {
	const replies = (view.conversation?.messages ?? []).flatMap(({ role, text }) => (role === "assistant" ? [text] : []));
	const situation = { canEnd: step.canEnd, maxLength: step.maxLength, replies, persona: persona.text };
	return ({ text, isCut }): ReadReply => {
		const fault = messageFault({ text, isCut }, situation);
		const said = readMessage(text);
		const faults = fault ? [fault] : [];
		if (said.ends) return { answer: step.canEnd ? { end: true } : null, faults, counted: [] };
		if (said.text === "") return { answer: null, faults, counted: [] };
		const counted: DeviationKind[] = [];
		if (isComparable(said.text) && wasSaid(comparedText(said.text))) counted.push("identical_reply");
		// Nobody ended the conversation: its limit does.
		if (step.turn === step.maxTurns && step.maxTurns > step.minTurns) counted.push("never_ended");
		return { answer: { text: said.text.slice(0, step.maxLength) }, faults, counted };
	};
}

const withAnswer = (
	{ values, faults }: ReadItems,
	answerOf: (values: ReadItems["values"]) => Json | null,
): ReadReply => ({ answer: answerOf(values), faults, counted: [] });

function chosen({ candidates, scale }: Step<"choice">, values: ReadItems["values"]): Json | null {
	const scores = candidates.map(({ id }) => [id, values[`score_${id}`]] as const);
	if (values.chosen === undefined) return null;
	if (!scale) return { chosen: values.chosen };
	return scores.some(([, score]) => score === undefined)
		? null
		: { chosen: values.chosen, scores: Object.fromEntries(scores) as Record<string, Json> };
}

/** Null if an item that has to be answered has no valid answer: nothing is made up. */
function readForm({ items }: Step<"form">, text: string): ReadReply {
	const read = readItems(text, items);
	const out = leftOut(items, read.values);
	const faults = read.faults.filter(({ item }) => !out.includes(item));
	const required = answerable(items).filter(({ id, required: isRequired }) => isRequired && !out.includes(id));
	const isWhole = required.every(({ id }) => read.values[id] !== undefined);
	return { answer: isWhole ? { answers: answersKept(items, read.values) } : null, faults, counted: [] };
}
