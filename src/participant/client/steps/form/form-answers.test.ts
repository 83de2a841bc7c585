import { describe, expect, it } from "vitest";
import type { ItemView } from "../../../../session/view/view-schema.ts";
import { texts as english } from "../../../../texts/app/en.ts";
import { textsOf, writerFor } from "../../../../texts/template.ts";
import { answersOf, faultOf } from "./form-answers.ts";

const texts = textsOf<typeof english>(english, writerFor("en"), {});

const item = (kind: ItemView["kind"], more: Partial<ItemView> = {}): ItemView => ({
	id: kind,
	kind,
	label: kind,
	required: true,
	...more,
});

describe("the fault of an entry", () => {
	const { form } = texts;
	it.each([
		[item("number"), undefined, form.missing.number],
		[item("number", { min: 18 }), "12", form.atLeast({ min: 18 })],
		[item("number", { step: 1 }), "1.5", form.wholeNumber],
		[item("number"), "50,000", form.ambiguousNumber({ whole: "50000", decimal: "50" })],
		[item("number"), "1e3", form.notANumber],
		[item("number", { required: false }), "\u200b", null],
		[item("number", { max: 60_000 }), "50 000", null],
		[item("number", { min: 0, step: 0.1 }), "0.3", null],
		[item("choices", { max: 1 }), ["a", "b"], form.takeAtMost({ count: 1 })],
		[item("text", { min: 5 }), "abc", form.writeAtLeast({ count: 5 })],
		[item("text", { required: false }), "", null],
		[item("text"), "\u200b\u3164", form.missing.text],
		[item("text", { min: 3 }), "a\u200b\u200b", form.writeAtLeast({ count: 3 })],
		[item("vas", { notApplicable: true }), null, null],
		[item("vas"), undefined, form.missing.vas],
		[item("info"), undefined, null],
	])("%#: %j with %j", (asked, entry, fault) => expect(faultOf(asked, entry, texts)).toBe(fault));
});

describe("the answers of a form", () => {
	it('leave out missing answers, and keep "not applicable"', () => {
		const items = [item("number"), item("vas"), item("text"), item("choices"), item("likert")];
		const entries = { number: "7", vas: null, text: "  ", choices: [], likert: 3 };
		expect(answersOf(items, entries)).toEqual({ number: 7, vas: null, likert: 3 });
	});
});
