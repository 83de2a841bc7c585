import { describe, expect, it } from "vitest";
import { shortLabels } from "./short-labels.ts";

describe("short labels", () => {
	it("leave out the start that they share", () =>
		expect(
			shortLabels([
				"It is important to me that it reflects my values.",
				"It is important to me that it gives facts.",
				"How old are you?",
			]),
		).toEqual(["… reflects my values.", "… gives facts.", "How old are you?"]));

	it("stay whole if they share a word or two, are the same, or are the start of another", () => {
		const labels = [
			"How old are you?",
			"How old is it?",
			"The same words here",
			"The same words here",
			"The same words",
		];
		expect(shortLabels(labels)).toEqual(labels);
	});

	it("stay whole in languages without spaces", () =>
		expect(shortLabels(["私の価値観を反映している", "私の価値観を尊重している"])).toEqual([
			"私の価値観を反映している",
			"私の価値観を尊重している",
		]));
});
