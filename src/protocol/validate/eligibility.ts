import type { Fault } from "../../shared/problem.ts";
import type { Item } from "../form.ts";
import type { EligibilityRule, Protocol } from "../schema.ts";
import { itemsAsked } from "../steps.ts";
import { fault, faultIf, type Path } from "./fault.ts";

const OPERATORS = ["atLeast", "atMost", "equals", "oneOf", "includes"] as const;
type Operator = (typeof OPERATORS)[number];
type Scalar = string | number | boolean;

export function eligibilityFaults(protocol: Protocol): Fault[] {
	const asked = itemsAsked(protocol);
	return protocol.eligibility.flatMap((rule, index) => {
		const path = ["eligibility", index];
		const found = asked.filter(({ form, item }) => form === rule.form && item.id === rule.item);
		const early = found.find(({ beforeRandomisation }) => beforeRandomisation);
		if (early) return ruleFaults(rule, early.item, path);
		return [found.length > 0 ? askedTooLate(rule, path) : notAsked(protocol, rule, path)];
	});
}

const askedTooLate = (rule: EligibilityRule, path: Path): Fault =>
	fault(
		[...path, "form"],
		`Eligibility is settled before anybody is randomised: name "${rule.form}" before \`conversations\` in the flow.`,
	);

function notAsked({ forms }: Protocol, rule: EligibilityRule, path: Path): Fault {
	if (!Object.hasOwn(forms, rule.form)) return fault([...path, "form"], `There is no form "${rule.form}".`);
	return fault([...path, "item"], `The flow asks no item "${rule.item}" of the form "${rule.form}".`);
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

/** Every value that a rule names must be one that the item can be answered with. */
function operandFaults(rule: EligibilityRule, operator: Operator, item: Item, path: Path): Fault[] {
	const operand = rule[operator];
	const values: readonly (Scalar | undefined)[] = Array.isArray(operand) ? operand : [operand];
	return values.flatMap((value, index) =>
		faultIf(
			value !== undefined && !canAnswer(item, value),
			Array.isArray(operand) ? [...path, operator, index] : [...path, operator],
			`"${rule.item}" is never answered with ${JSON.stringify(value)}.`,
		),
	);
}

function canAnswer(item: Item, value: Scalar): boolean {
	if (item.kind === "choice" || item.kind === "choices") return item.options.some((option) => option.value === value);
	if (item.kind === "text") return typeof value === "string";
	if (item.kind === "ranking" || item.kind === "guess" || item.kind === "info" || typeof value !== "number")
		return false;
	return value >= (item.min ?? value) && value <= (item.max ?? value);
}
