import type { Json } from "../../shared/json.ts";
import type { EligibilityRule } from "../schema/schema.ts";
import type { Answers } from "./answers.ts";

/**
 * Whether a person may continue. Every rule on an answered form must hold, with all its operators. Rules on forms
 * without an answer are ignored, so this can be called after each form. An item that was left out or not applicable
 * fails its rule.
 */
export function isEligible(
	rules: readonly EligibilityRule[],
	answersByForm: Readonly<Record<string, Answers>>,
): boolean {
	return rules.every((rule) => {
		const answers = Object.hasOwn(answersByForm, rule.form) ? answersByForm[rule.form] : undefined;
		return answers === undefined || holds(rule, answers[rule.item]);
	});
}

/** Whether this answer meets the rule. */
export function holds(rule: EligibilityRule, answer: Json | undefined): boolean {
	if (answer === undefined || answer === null) return false;
	const { atLeast, atMost, equals, oneOf, includes } = rule;
	return (
		(atLeast === undefined || (typeof answer === "number" && answer >= atLeast)) &&
		(atMost === undefined || (typeof answer === "number" && answer <= atMost)) &&
		(equals === undefined || answer === equals) &&
		(oneOf === undefined || oneOf.some((one) => one === answer)) &&
		(includes === undefined || (Array.isArray(answer) && answer.includes(includes)))
	);
}
