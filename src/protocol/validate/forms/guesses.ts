import type { Fault } from "../../../shared/problem.ts";
import type { Conversation, Protocol } from "../../schema/schema.ts";
import { armsShown } from "../../steps/steps.ts";
import { isNamed } from "../faults/corrected-form-names.ts";
import { fault, faultIf, type Path, repeats } from "../faults/fault.ts";

/** Forms about each conversation, and guesses: both need a certain conversation. */
export const guessFaults = (protocol: Protocol): Fault[] => [
	...Object.keys(protocol.forms).flatMap((form) => [...eachFaults(protocol, form), ...itemFaults(protocol, form)]),
	...descriptionFaults(protocol),
];

function eachFaults(protocol: Protocol, form: string): Fault[] {
	const { each, items } = protocol.forms[form] ?? { items: [] };
	if (!each || !isNamed(protocol, form)) return [];
	const { flow } = protocol;
	const after = flow.indexOf(form) > flow.indexOf("conversations") && flow.includes("conversations");
	const path = ["forms", form, "each"];
	return [
		...faultIf(
			!after || protocol.conversations.some((entry) => entry.after.includes(form)),
			path,
			"Only a form that the flow names after `conversations` is asked of each: a form in `after` is so anyway.",
		),
		...items.flatMap((item, index) =>
			faultIf(
				item.kind === "ranking" && typeof item.options === "string",
				["forms", form, "items", index],
				"A form that is asked of each conversation cannot rank them: rank in a form of its own.",
			),
		),
	];
}

function itemFaults(protocol: Protocol, form: string): Fault[] {
	return (protocol.forms[form]?.items ?? []).flatMap((item, index) => {
		if (item.kind !== "guess") return [];
		const path = ["forms", form, "items", index];
		if (protocol.flow.includes(form) && !protocol.forms[form]?.each)
			return [fault(path, 'Which conversation is meant? Give the form `"each": "conversations"`.')];
		return entriesOf(protocol, form).flatMap((entry) => slotFaults(protocol, entry, item.slot, path));
	});
}

/** The conversations that a form is about. */
const entriesOf = ({ forms, conversations }: Protocol, form: string): readonly Conversation[] =>
	forms[form]?.each ? conversations : conversations.filter(({ after }) => after.includes(form));

function slotFaults(protocol: Protocol, entry: Conversation, slot: string | undefined, path: Path): Fault[] {
	const at = [...path, "slot"];
	if (entry.layout !== "side-by-side")
		return faultIf(slot !== undefined, at, `"${entry.id}" has no panes: leave the slot away.`);
	const panes = [..."abcdefgh"].slice(0, armsShown(protocol, entry));
	if (slot !== undefined && panes.includes(slot)) return [];
	return [fault(at, `"${entry.id}" has the panes ${panes.join(", ")}: name the one that is meant, an item each.`)];
}

/** Arms with equal descriptions cannot be distinguished, and an arm without one cannot be guessed. */
function descriptionFaults({ forms, arms }: Protocol): Fault[] {
	const guessed = Object.values(forms).some(({ items }) => items.some(({ kind }) => kind === "guess"));
	if (!guessed) return [];
	const missing = arms.flatMap(({ description }, index) =>
		faultIf(
			description === undefined,
			["arms", index, "description"],
			"Participants guess which arm it was: describe each in their words.",
		),
	);
	const same = repeats(arms.map(({ description }) => description)).filter((index) => arms[index]?.description);
	return [
		...missing,
		...same.map((index) => fault(["arms", index, "description"], "Another arm is described alike: tell them apart.")),
		...faultIf(arms.length < 2, ["arms"], "There is only one arm, and nothing to guess."),
	];
}
