import type { SessionView, StepView } from "../../src/session/view/view-schema.ts";
import type { Json } from "../../src/shared/json.ts";
import { type RecordedForm, type RecordedSession, turnAt } from "../capsule/recorded.ts";

/** `stop`: the record has no further answer of this participant. */
export type Act =
	| { readonly kind: "answer"; readonly answer: Json; readonly usesForm?: true }
	| { readonly kind: "stop" };

const answers = (answer: Json): Act => ({ kind: "answer", answer });
const STOP: Act = { kind: "stop" };

/** A participant's progress in the replay: recorded forms that were sent, and their last conversation. */
export type Progress = { readonly forms: number; readonly conversation: number };

/** A participant's recorded answer to this step. */
export function actOf(
	recorded: RecordedSession,
	{ conversation }: SessionView,
	step: StepView,
	progress: Progress,
): Act {
	switch (step.kind) {
		case "consent":
			if (recorded.consented) return answers({ accept: true });
			return recorded.status === "declined" ? answers({ accept: false }) : STOP;
		case "form":
			return form(recorded, step, conversation?.index ?? null, progress);
		case "message":
			return message(recorded, step, conversation?.index ?? 0);
		case "choice": {
			const turn = conversation?.messages.filter(({ role }) => role === "participant").length ?? 0;
			const said = turnAt(recorded, conversation?.index ?? 0, turn);
			if (!said || said.chosen === null) return STOP;
			return answers({ chosen: said.chosen, ...(step.scale && { scores: { ...said.scores } }) });
		}
		case "retry":
			return answers(step.canEnd ? { end: true } : { retry: true });
		case "generating":
			throw new Error("A reply was not written in time.");
	}
}

function form(
	recorded: RecordedSession,
	step: Extract<StepView, { kind: "form" }>,
	conversation: number | null,
	progress: Progress,
): Act {
	const next = recorded.forms[progress.forms];
	if (next && isOf(next, step, conversation)) return { kind: "answer", answer: answerOf(next, step), usesForm: true };
	// A form without a required item leaves no row if nothing was answered.
	const wentOn =
		next !== undefined || recorded.status === "completed" || hasLaterTurns(recorded, progress.conversation);
	return wentOn && step.items.every(({ required, kind }) => !required || kind === "info")
		? answers({ answers: {} })
		: STOP;
}

const isOf = (next: RecordedForm, step: Extract<StepView, { kind: "form" }>, conversation: number | null): boolean =>
	(next.conversation === null || next.conversation === conversation) &&
	Object.keys(next.answers).every((id) => step.items.some((item) => item.id === id));

function answerOf(
	{ answers: given, shown, elapsedMs, moves, behaviour }: RecordedForm,
	step: Extract<StepView, { kind: "form" }>,
): Json {
	const asked = step.items.filter(({ kind }) => kind !== "info");
	return {
		answers: { ...given },
		// If all items are answered, their places give the order on the screen.
		...(asked.length === step.items.length && asked.length === shown.length && { shown: [...shown] }),
		...(elapsedMs !== null && { elapsedMs }),
		...(Object.keys(moves).length > 0 && { moves: { ...moves } }),
		...(behaviour !== null && { behaviour }),
	};
}

function message(recorded: RecordedSession, step: Extract<StepView, { kind: "message" }>, index: number): Act {
	const had = recorded.conversations.find(({ place }) => place === index);
	const said = step.canSend === false ? undefined : turnAt(recorded, index, step.turn);
	if (said) return answers({ text: said.text, ...(said.behaviour !== null && { behaviour: said.behaviour }) });
	return had?.ended && step.canEnd ? answers({ end: true }) : STOP;
}

const hasLaterTurns = ({ conversations }: RecordedSession, conversation: number): boolean =>
	conversations.some(({ place, turns }) => place > conversation && turns.length > 0);
