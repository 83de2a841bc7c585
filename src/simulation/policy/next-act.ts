import { below, chance, shuffle } from "../../randomisation/draw/generator.ts";
import type { SessionView, StepView } from "../../session/view/view-schema.ts";
import type { Json } from "../../shared/json.ts";
import { unreachable } from "../../shared/result.ts";
import { clamp, formAnswer, type Subject } from "./form-answers.ts";
import { GO_ON, TALKS } from "./talks.ts";
import { type Mind, type Option, ratingShare, utility } from "./utility.ts";

export type Act =
	| { readonly kind: "answer"; readonly answer: Json }
	/** Withdraws from the study. */
	| { readonly kind: "leave" }
	/** A reply is being written. */
	| { readonly kind: "wait" };

const answers = (answer: Json): Act => ({ kind: "answer", answer });

/**
 * A scripted participant's act at a step. It follows only from the view, the policy and the seed, so the same step gets
 * the same answer after a restart.
 */
export function actOf(mind: Mind, { conversation }: SessionView, step: StepView): Act {
	switch (step.kind) {
		case "consent":
			return answers({ accept: true });
		case "form":
			return answers(formAnswer(mind, step, subjectOf(mind, conversation)));
		case "message":
			if (leavesAt(mind, conversation)) return { kind: "leave" };
			return answers(message(mind, step, conversation?.index ?? 1));
		case "choice":
			return answers(choice(mind, step, conversation));
		case "retry":
			return answers(step.canEnd ? { end: true } : { retry: true });
		case "generating":
			return { kind: "wait" };
		default:
			return unreachable(step);
	}
}

type Conversation = SessionView["conversation"];

function subjectOf({ worths }: Mind, conversation: Conversation): Subject {
	if (!conversation) return lastOf(worths);
	const { index, layout, messages } = conversation;
	const chosen = messages.find((message) => message.chosen === true)?.candidate;
	const slots = layout === "best-of" && chosen !== undefined ? [chosen] : Object.keys(worths[index - 1] ?? { a: 0 });
	return { conversation: index, slots };
}

/** A form after all conversations can rank the panes of a study's only one. */
const lastOf = (worths: Mind["worths"]): Subject =>
	worths.length === 1 ? { conversation: 1, slots: Object.keys(worths[0] ?? {}) } : null;

function leavesAt({ draws, policy }: Mind, conversation: Conversation): boolean {
	if (!conversation || policy.dropOut === 0) return false;
	const leaves = chance(draws("leaves"), policy.dropOut);
	return leaves && conversation.index === 1 + below(draws("leaves at"), conversation.of);
}

function message(mind: Mind, step: Extract<StepView, { kind: "message" }>, conversation: number): Json {
	const { turn, canEnd, canSend, maxLength } = step;
	if (canSend === false || (canEnd && chance(mind.draws("end", conversation, turn), 0.7))) return { end: true };
	const talks = shuffle(mind.draws("talks"), TALKS);
	const talk = talks[(conversation - 1) % talks.length];
	const said = turn === 1 ? (mind.policy.opening ?? talk?.opening) : talk?.next[turn - 2];
	return { text: (said ?? GO_ON[turn % GO_ON.length] ?? "Please go on.").slice(0, maxLength) };
}

function choice(mind: Mind, step: Extract<StepView, { kind: "choice" }>, conversation: Conversation): Json {
	const index = conversation?.index ?? 1;
	const said = conversation?.messages ?? [];
	const turn = said.filter(({ role }) => role === "participant").length;
	const first = said.find(({ chosen }) => chosen === true)?.candidate;
	const options = step.candidates.map(({ id }, position) => {
		const option: Option = { conversation: index, slot: id, turn, ...(first !== undefined && { arm: first }) };
		return { id, option, utility: utility(mind, option, position) };
	});
	const [best] = options.toSorted((one, other) => other.utility - one.utility);
	const { scale } = step;
	if (!scale) return { chosen: best?.id ?? "" };
	const scores = options.map(({ id, option }) => {
		const steps = Math.round((ratingShare(mind, option, "score") * (scale.max - scale.min)) / scale.step);
		return [id, clamp(scale.min + steps * scale.step, scale.min, scale.max)] as const;
	});
	return { chosen: best?.id ?? "", scores: Object.fromEntries(scores) };
}
