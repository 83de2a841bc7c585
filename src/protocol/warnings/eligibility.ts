import type { Answers } from "../answers/answers.ts";
import { holds } from "../answers/eligibility.ts";
import type { Item } from "../schema/form.ts";
import { isNumeric } from "../schema/item-kinds.ts";
import type { EligibilityRule, Protocol } from "../schema/schema.ts";
import { itemsAsked } from "../steps/steps.ts";
import { type Warning, warning, warningIf } from "./warning.ts";

type Answer = Answers[string];

/** Rules that exclude nobody, and rules that together exclude everybody. */
export function eligibilityWarnings(protocol: Protocol): Warning[] {
	const asked = new Map(itemsAsked(protocol).map(({ form, item }) => [keyOf(form, item.id), item]));
	const before = new Map<string, readonly EligibilityRule[]>();
	return protocol.eligibility.flatMap((rule, index) => {
		const key = keyOf(rule.form, rule.item);
		const item = asked.get(key);
		const earlier = before.get(key) ?? [];
		before.set(key, [...earlier, rule].slice(-MOST_COMPARED));
		return item ? warningsOf(rule, earlier, item, ["eligibility", index]) : [];
	});
}

/** More rules on one item are not compared. */
const MOST_COMPARED = 10;

const keyOf = (form: string, item: string): string => JSON.stringify([form, item]);

function warningsOf(
	rule: EligibilityRule,
	earlier: readonly EligibilityRule[],
	item: Item,
	path: readonly PropertyKey[],
): Warning[] {
	if (admitsAll(rule, item))
		return [
			warning(
				"rule_admits_everybody",
				path,
				`Every answer to "${rule.item}" meets this rule, so it turns nobody away. Tighten it, or take it out.`,
			),
		];
	const together = earlier.length > 0 && !admitsNone(earlier, item) && admitsNone([...earlier, rule], item);
	return warningIf(
		together,
		"rules_admit_nobody",
		path,
		`No answer to "${rule.item}" meets this rule and those before it, so everybody is turned away. All rules have to hold at once: put alternatives into one \`oneOf\`.`,
	);
}

/** Longer lists of answers are not made. */
const MOST_LISTED = 1000;

/** Every possible answer to the item. Null if they cannot be listed. */
function answersOf(item: Item): readonly Answer[] | null {
	if (item.kind === "choice") return item.options.map(({ value }) => value);
	if (!isNumeric(item)) return null;
	const { min, max, step } = item;
	if (min === undefined || max === undefined || step === undefined) return null;
	const count = Math.floor((max - min) / step) + 1;
	return count > MOST_LISTED ? null : Array.from({ length: count }, (_, index) => min + index * step);
}

function admitsAll(rule: EligibilityRule, item: Item): boolean {
	if (!("required" in item) || !item.required || ("notApplicable" in item && item.notApplicable)) return false;
	const answers = answersOf(item);
	if (answers) return answers.every((answer) => holds(rule, answer));
	if (!isNumeric(item)) return false;
	const { atLeast, atMost, equals, oneOf } = rule;
	if (equals !== undefined || oneOf !== undefined) return false;
	const low = atLeast === undefined || (item.min !== undefined && atLeast <= item.min);
	const high = atMost === undefined || (item.max !== undefined && atMost >= item.max);
	return low && high;
}

/** Whether no answer meets all of these rules. If answers cannot be listed, the values in the rules are tried. */
function admitsNone(rules: readonly EligibilityRule[], item: Item): boolean {
	if (item.kind === "choices") {
		const included = new Set(rules.flatMap(({ includes }) => includes ?? []));
		return included.size > (item.max ?? item.options.length);
	}
	const named = rules.flatMap(({ atLeast, atMost, equals, oneOf }) => [atLeast, atMost, equals, ...(oneOf ?? [])]);
	const answers = answersOf(item) ?? named.filter((value) => value !== undefined);
	return !answers.some((answer) => rules.every((rule) => holds(rule, answer)));
}
