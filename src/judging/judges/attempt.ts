import type { Rubric } from "../rubrics/rubric.ts";
import { type JudgedItems, parseAnswer } from "./answer.ts";
import type { JudgeRequest } from "./prompt.ts";

/** What becomes of a judge's answer. */
export type Outcome =
	| { readonly kind: "judged"; readonly items: JudgedItems }
	| { readonly kind: "ask_again"; readonly request: JudgeRequest; readonly fault: string }
	/** Two answers could not be used. The judgement stays missing; no value is made up. */
	| { readonly kind: "missing"; readonly fault: string };

/** The first answer is asked for again once, with its fault named. A call that failed is no answer: repeat it as it was. */
export function outcomeOf(
	rubric: Rubric,
	first: JudgeRequest,
	answers: readonly [string] | readonly [string, string],
): Outcome {
	const [one, two] = answers;
	const parsed = parseAnswer(rubric, two ?? one);
	if (parsed.ok) return { kind: "judged", items: parsed.value };
	if (two !== undefined) return { kind: "missing", fault: parsed.error };
	return { kind: "ask_again", request: secondRequest(first, one, parsed.error), fault: parsed.error };
}

const secondRequest = (first: JudgeRequest, answer: string, fault: string): JudgeRequest => ({
	...first,
	messages: [
		...first.messages,
		{ role: "assistant", text: answer },
		{
			role: "user",
			text: `Your answer cannot be used. ${fault} Judge the same text again, and answer with the JSON object alone.`,
		},
	],
});
