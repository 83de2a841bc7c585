import type { Fault } from "../../../shared/problem.ts";
import type { Form, Item, ShowIf } from "../../schema/form.ts";
import type { Protocol } from "../../schema/schema.ts";
import { isReportedElsewhere } from "../faults/corrected-form-names.ts";
import { fault, faultIf, noSuch, type Path } from "../faults/fault.ts";
import { didYouMean } from "../faults/nearest.ts";
import { canAnswer, optionsOf } from "./answerable.ts";

const OPERATORS = ["equals", "in", "atLeast", "atMost"] as const;
type Operator = (typeof OPERATORS)[number];

/** The item in a condition must be asked before, once, and have comparable answers. */
export const showIfFaults = (protocol: Protocol): Fault[] =>
	Object.entries(protocol.forms).flatMap(([id, { items }]) =>
		items.flatMap(({ showIf }, index) =>
			showIf ? conditionFaults(protocol, { id, index }, showIf, ["forms", id, "items", index, "showIf"]) : [],
		),
	);

type Place = { readonly id: string; readonly index: number };

function conditionFaults(protocol: Protocol, place: Place, showIf: ShowIf, path: Path): Fault[] {
	const form = protocol.forms[showIf.form ?? place.id];
	if (showIf.form === undefined || showIf.form === place.id) {
		const same = sameFormFault(protocol.forms[place.id], place, showIf, path);
		if (same) return [same];
	} else {
		if (!Object.hasOwn(protocol.forms, showIf.form)) {
			return isReportedElsewhere(protocol, showIf.form)
				? []
				: [fault([...path, "form"], noSuch("form", showIf.form, Object.keys(protocol.forms), "forms"))];
		}
		if (!comesBefore(protocol, showIf.form, place.id)) return [notBefore(showIf.form, path)];
	}
	const item = form?.items.find(({ id }) => id === showIf.item);
	if (item) return operatorFaults(item, showIf, path);
	const ids = (form?.items ?? []).map(({ id }) => id);
	return [fault([...path, "item"], noSuch("item", showIf.item, ids, `forms.${showIf.form ?? place.id}.items`))];
}

function sameFormFault(form: Form | undefined, { id, index }: Place, showIf: ShowIf, path: Path): Fault | null {
	if (showIf.form === id) return fault([...path, "form"], "This is the form itself: leave `form` away.");
	if (form?.shuffle)
		return fault(
			path,
			"The items of this form come in a drawn order, and this one could come before its condition: do not shuffle, or ask for the condition in an earlier form.",
		);
	const at = form?.items.findIndex((item) => item.id === showIf.item) ?? -1;
	return at >= index
		? fault([...path, "item"], `"${showIf.item}" does not come before this item: put it further up.`)
		: null;
}

const notBefore = (form: string, path: Path): Fault =>
	fault(
		[...path, "form"],
		`"${form}" is not asked before this form, or it is asked of each conversation: name a form that stands earlier in the flow, or earlier in the same \`after\`.`,
	);

/** Whether it is asked once before, or before in the same conversation. An unused form is its own fault. */
function comesBefore(protocol: Protocol, earlier: string, later: string): boolean {
	const { flow, forms, conversations } = protocol;
	if (isReportedElsewhere(protocol, earlier) || isReportedElsewhere(protocol, later)) return true;
	const followed = conversations.filter(({ after }) => after.includes(later));
	const laterAt = flow.includes(later) ? flow.indexOf(later) : flow.indexOf("conversations");
	const isOnce = flow.includes(earlier) && !forms[earlier]?.each;
	if (isOnce && flow.indexOf(earlier) < laterAt) return true;
	const isInSameAfter = followed.every(
		({ after }) => after.includes(earlier) && after.indexOf(earlier) < after.indexOf(later),
	);
	return followed.length > 0 && !flow.includes(later) && isInSameAfter;
}

function operatorFaults(item: Item, showIf: ShowIf, path: Path): Fault[] {
	const used = OPERATORS.filter((operator) => showIf[operator] !== undefined);
	if (used.length === 0) return [fault(path, `Say what the answer has to be: ${OPERATORS.join(", ")}.`)];
	const fitting = operatorsOf(item);
	const usable = fitting.length > 0 ? `it takes ${fitting.join(", ")}` : "nothing can depend on it";
	return [
		...used
			.filter((operator) => !fitting.includes(operator))
			.map((operator) => fault([...path, operator], `"${showIf.item}" is of kind ${item.kind}: ${usable}.`)),
		...used
			.filter((operator) => fitting.includes(operator))
			.flatMap((operator) => valueFaults(item, showIf, operator, path)),
		...faultIf(
			showIf.atLeast !== undefined && showIf.atMost !== undefined && showIf.atLeast > showIf.atMost,
			path,
			"`atLeast` is above `atMost`: nobody would be asked.",
		),
	];
}

function operatorsOf({ kind }: Item): readonly Operator[] {
	if (kind === "vas" || kind === "likert" || kind === "number") return OPERATORS;
	return kind === "choice" || kind === "choices" || kind === "text" ? ["equals", "in"] : [];
}

function valueFaults(item: Item, showIf: ShowIf, operator: Operator, path: Path): Fault[] {
	const value = showIf[operator];
	const isList = Array.isArray(value);
	return [value ?? []]
		.flat()
		.flatMap((one, index) =>
			faultIf(
				!canAnswer(item, one),
				isList ? [...path, operator, index] : [...path, operator],
				`"${showIf.item}" is never answered with ${JSON.stringify(one)}.${didYouMean(String(one), optionsOf(item))}`,
			),
		);
}
