import type { Fault } from "../../shared/problem.ts";
import type { Item } from "../schema/form.ts";
import type { EligibilityRule, Protocol } from "../schema/schema.ts";
import { itemsAsked } from "../steps/steps.ts";
import { isReportedElsewhere } from "./faults/corrected-form-names.ts";
import { fault, faultIf, noSuch, type Path } from "./faults/fault.ts";
import { didYouMean } from "./faults/nearest.ts";
import { canAnswer, optionsOf, type Scalar } from "./forms/answerable.ts";

const OPERATORS = ["atLeast", "atMost", "equals", "oneOf", "includes"] as const;
type Operator = (typeof OPERATORS)[number];

export function eligibilityFaults(protocol: Protocol): Fault[] {
	const asked = itemsAsked(protocol);
	return protocol.eligibility.flatMap((rule, index) => {
		const path = ["eligibility", index];
		const found = asked.filter(({ form, item }) => form === rule.form && item.id === rule.item);
		const early = found.find(({ beforeRandomisation }) => beforeRandomisation);
		if (early) return ruleFaults(rule, early.item, path);
		if (found.length > 0) return [askedTooLate(rule, path)];
		return isReportedElsewhere(protocol, rule.form) ? [] : [notAsked(protocol, rule, path)];
	});
}

const askedTooLate = (rule: EligibilityRule, path: Path): Fault =>
	fault(
		[...path, "form"],
		`Eligibility is settled before anybody is randomised: name "${rule.form}" before \`conversations\` in the flow.`,
	);

function notAsked({ forms }: Protocol, rule: EligibilityRule, path: Path): Fault {
	if (!Object.hasOwn(forms, rule.form))
		return fault([...path, "form"], noSuch("form", rule.form, Object.keys(forms), "forms"));
	const items = (forms[rule.form]?.items ?? []).map(({ id }) => id);
	return fault([...path, "item"], noSuch("item", rule.item, items, `forms.${rule.form}.items`));
}

function ruleFaults(rule: EligibilityRule, item: Item, path: Path): Fault[] {
	const used = OPERATORS.filter((operator) => rule[operator] !== undefined);
	const fitting = operatorsOf(item);
	if (used.length === 0) return [fault(path, `Say what the answer has to be: ${OPERATORS.join(", ")}.`)];
	const misused = used.filter((operator) => !fitting.includes(operator));
	const usable = fitting.length > 0 ? `it takes ${fitting.join(", ")}` : "no rule can be made of it";
	return [
		...misused.map((operator) => fault([...path, operator], `"${rule.item}" is of kind ${item.kind}: ${usable}.`)),
		...used
			.filter((operator) => fitting.includes(operator))
			.flatMap((operator) => operandFaults(rule, operator, item, path)),
		...faultIf(
			rule.atLeast !== undefined && rule.atMost !== undefined && rule.atLeast > rule.atMost,
			path,
			"`atLeast` is above `atMost`: nobody could pass.",
		),
	];
}

function operatorsOf(item: Item): readonly Operator[] {
	switch (item.kind) {
		case "vas":
		case "likert":
		case "number":
			return ["atLeast", "atMost", "equals", "oneOf"];
		case "choice":
		case "text":
			return ["equals", "oneOf"];
		case "choices":
			return ["includes"];
		default:
			return [];
	}
}

/** Every value in a rule must be a possible answer to the item. */
function operandFaults(rule: EligibilityRule, operator: Operator, item: Item, path: Path): Fault[] {
	const operand = rule[operator];
	const values: readonly (Scalar | undefined)[] = Array.isArray(operand) ? operand : [operand];
	return values.flatMap((value, index) =>
		faultIf(
			value !== undefined && !canAnswer(item, value),
			Array.isArray(operand) ? [...path, operator, index] : [...path, operator],
			`"${rule.item}" is never answered with ${JSON.stringify(value)}.${didYouMean(String(value), optionsOf(item))}`,
		),
	);
}
