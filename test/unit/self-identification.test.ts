import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
	countsOf,
	judged,
	labelledSentences,
	wilson,
	withMeasured,
} from "../../scripts/self-identification-measured.ts";

const PAGE = "docs/explanation/self-identification.md";

describe("the labelled sentences", () => {
	const sentences = labelledSentences();

	it("are many, in many languages, and half of them held out", () => {
		expect(sentences.length).toBeGreaterThanOrEqual(400);
		expect(new Set(sentences.map(({ language }) => language)).size).toBeGreaterThanOrEqual(15);
		const heldOut = sentences.filter(({ half }) => half === "held-out").length / sentences.length;
		expect(heldOut).toBeGreaterThan(0.45);
	});

	it("are each there once, and have names exactly if they identify", () => {
		expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
		expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length);
		for (const { text, label, names } of sentences) {
			expect([text, names.length > 0]).toEqual([text, label === "self"]);
			for (const name of names) expect(text).toContain(name);
		}
	});
});

describe("the rules, on sentences that they were not made from", () => {
	const verdicts = labelledSentences().map(judged);

	it("have their measurement on the page: npm run generate:measured", () => {
		const page = readFileSync(PAGE, "utf8");
		expect(withMeasured(page, verdicts)).toBe(page);
	});

	/** Below the figures on the page, so that a change of the rules that costs many sentences fails here. */
	it("find most that identify, and take few others for them", () => {
		const { self, found, mistaken, other } = countsOf(verdicts.filter(({ half }) => half === "held-out"));
		expect(found / self).toBeGreaterThan(0.78);
		expect(mistaken / other).toBeLessThan(0.03);
	});
});

it("gives Wilson's interval", () => {
	const [low, high] = wilson(118, 145);
	expect([low, high].map((value) => value.toFixed(3))).toEqual(["0.743", "0.869"]);
	expect(wilson(0, 10)[0]).toBe(0);
	expect(wilson(10, 10)[1]).toBeCloseTo(1);
});
