import type { Rubric } from "../rubrics/rubric.ts";
import { type JudgedItems, parseAnswer } from "./answer.ts";
import type { JudgeRequest } from "./prompt.ts";

/** The result of a judge's answers so far. */
export type Outcome =
	| { readonly kind: "judged"; readonly items: JudgedItems }
	| { readonly kind: "ask_again"; readonly request: JudgeRequest; readonly fault: string }
	/** Two answers were unusable. The judgement is missing; no value is invented. */
	| { readonly kind: "missing"; readonly fault: string };

/**
 * The first unusable answer is followed by one second request, which names the fault. A failed call is not an answer: repeat it
 * unchanged.
 */
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
