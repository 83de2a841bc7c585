import { describe, expect, it } from "vitest";
import type { ItemView } from "../../session/view/view-schema.ts";
import { readItems, schemaOf } from "./asked-items.ts";

const options = ["a", "b", "c"].map((value) => ({ value, label: value }));
const item = (over: Partial<ItemView>): ItemView => ({ id: "q", kind: "vas", label: "?", required: true, ...over });
const read = (value: unknown, over: Partial<ItemView>) => readItems(JSON.stringify({ q: value }), [item(over)]);

describe("a model's answers to a form", () => {
	it.each([
		["a number of the scale", 70, { min: 0, max: 100 }],
		["null where it does not apply", null, { notApplicable: true }],
		["an option", "b", { kind: "choice", options }],
		["several options", ["c", "a"], { kind: "choices", options }],
		["an order of all options", ["c", "a", "b"], { kind: "ranking", options }],
		["a text", "Fine.", { kind: "text", maxLength: 10 }],
	] as const)("are taken: %s", (_, value, over) =>
		expect(read(value, over as Partial<ItemView>)).toEqual({ values: { q: value }, faults: [] }),
	);

	it.each([
		["a number outside of the scale", 101, { min: 0, max: 100 }, "out_of_scale"],
		["a number between two steps", 2.5, { kind: "likert", min: 1, max: 5, step: 1 }, "out_of_scale"],
		["words for a number", "very good", {}, "not_parsed"],
		["null where something has to be said", null, {}, "not_parsed"],
		["an option that is not there", "d", { kind: "choice", options }, "out_of_scale"],
		["an order that lacks one", ["a", "b"], { kind: "ranking", options }, "out_of_scale"],
		["an order with one twice", ["a", "b", "b"], { kind: "ranking", options }, "out_of_scale"],
		["a text that is too long", "x".repeat(11), { kind: "text", maxLength: 10 }, "out_of_scale"],
	] as const)("are not corrected: %s", (_, value, over, kind) => {
		const { values, faults } = read(value, over as Partial<ItemView>);
		expect(values).toEqual({});
		expect(faults).toMatchObject([{ item: "q", kind }]);
	});

	it("are found inside of a code block, and not in prose", () => {
		expect(readItems('Here you are:\n```json\n{"q": 5}\n```', [item({})]).values).toEqual({ q: 5 });
		expect(readItems("I would say five.", [item({})])).toMatchObject({ values: {}, faults: [{ kind: "not_parsed" }] });
	});

	it("leave out optional items", () =>
		expect(readItems("{}", [item({ required: false })])).toEqual({ values: {}, faults: [] }));

	it("have a schema with every item, for servers that support schemas", () =>
		expect(schemaOf([item({}), item({ id: "i", kind: "info" })])).toMatchObject({
			properties: { q: { type: "number", minimum: 0, maximum: 100 } },
			required: ["q"],
			additionalProperties: false,
		}));
});
