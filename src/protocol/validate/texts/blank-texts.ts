import type { Fault } from "../../../shared/problem.ts";
import { isBlank } from "../../../shared/visible-text.ts";
import type { Protocol } from "../../schema/schema.ts";
import { besideTheSteps } from "../../steps/shown-texts.ts";
import { fault, type Path } from "../faults/fault.ts";

/** Texts that participants must be able to read. The schema only rejects white space. */
export const blankTextFaults = (protocol: Protocol): Fault[] => [
	...blank(["title"], protocol.title),
	...blank(["consent", "text"], protocol.consent.text),
	...besideTheSteps(protocol).flatMap(({ path, text }) => (text === undefined ? [] : blank(path, text))),
	...protocol.conversations.flatMap((entry, index) => [
		...blank(["conversations", index, "title"], entry.title),
		...blank(["conversations", index, "instructions"], entry.instructions),
	]),
	...Object.entries(protocol.forms).flatMap(([id, form]) => [
		...blank(["forms", id, "title"], form.title),
		...form.items.flatMap((item, index) => itemFaults(item, ["forms", id, "items", index])),
	]),
];

function itemFaults(item: Protocol["forms"][string]["items"][number], path: Path): Fault[] {
	const options = "options" in item && typeof item.options !== "string" ? item.options : [];
	return [
		...blank([...path, "label"], item.label),
		...options.flatMap(({ label }, index) => blank([...path, "options", index, "label"], label)),
	];
}

const blank = (path: readonly PropertyKey[], text: string): Fault[] =>
	isBlank(text) ? [fault(path, "This text has no visible character: write something that can be read.")] : [];
