import type { Item } from "../protocol/schema/form.ts";
import { isNumeric } from "../protocol/schema/item-kinds.ts";
import type { Protocol } from "../protocol/schema/schema.ts";
import { field } from "./field.ts";
import type { Row, Table } from "./table.ts";

/**
 * The questions of the study's forms, in the words that participants read. A guess has no options here: they are the arms'
 * descriptions, in an order drawn for each participant.
 */
export const items: Table = {
	name: "items",
	title: "One row for each question of the study's forms",
	key: ["form", "item"],
	fields: [
		field("form", "string"),
		field("form_title", "string"),
		field("per_conversation", "boolean"),
		field("position", "integer"),
		field("item", "string"),
		field("kind", "string"),
		field("question", "string"),
		field("help", "string"),
		field("options", "array"),
		field("min", "number"),
		field("max", "number"),
		field("scale_step", "number"),
		field("min_label", "string"),
		field("max_label", "string"),
		field("max_length", "integer"),
		field("required", "boolean"),
		field("not_applicable", "boolean"),
		field("show_if", "object"),
		field("right_answer", "any"),
		field("slot", "string"),
		field("protocol_hash", "string"),
	],
	byPool: false,
	pages: async function* ({ study }) {
		yield itemRows(study.protocol).map((row) => ({ ...row, protocol_hash: study.protocolHash }));
	},
};

/** Texts between questions are left out, because they have no answers. */
export function itemRows(protocol: Protocol): Row[] {
	const afterEach = new Set(protocol.conversations.flatMap(({ after }) => after));
	return Object.entries(protocol.forms).flatMap(([form, { title, each, items: all }]) =>
		all.flatMap((item, index) =>
			item.kind === "info"
				? []
				: [
						{
							form,
							form_title: title,
							per_conversation: each === "conversations" || afterEach.has(form),
							position: index + 1,
							...itemRow(item),
						},
					],
		),
	);
}

type Question = Exclude<Item, { kind: "info" }>;

const itemRow = (item: Question): Row => ({
	item: item.id,
	kind: item.kind,
	question: item.label,
	help: item.help ?? null,
	options: "options" in item && Array.isArray(item.options) ? item.options : null,
	...scaleOf(item),
	max_length: item.kind === "text" ? item.maxLength : null,
	required: item.required,
	not_applicable: "notApplicable" in item ? item.notApplicable : false,
	show_if: item.showIf ?? null,
	right_answer: "correct" in item ? (item.correct ?? null) : null,
	slot: item.kind === "guess" ? (item.slot ?? null) : null,
});

const NO_SCALE = { min: null, max: null, scale_step: null, min_label: null, max_label: null };

function scaleOf(item: Question): Row {
	if (!isNumeric(item)) return NO_SCALE;
	const { min = null, max = null, step = null, minLabel = null, maxLabel = null } = item;
	return { min, max, scale_step: step, min_label: minLabel, max_label: maxLabel };
}
