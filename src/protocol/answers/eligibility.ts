import type { Json } from "../../shared/json.ts";
import type { EligibilityRule } from "../schema/schema.ts";
import type { Answers } from "./answers.ts";

/**
 * May this person go on? Every rule on a form that has been answered must hold, with all of its operators.
 * A rule on a form that has not been answered yet says nothing, so this can be asked after each form; an item that was
 * left out, or was not applicable, fails its rule.
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

/** Does this one answer meet the rule? */
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
