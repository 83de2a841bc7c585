import { describe, expect, it } from "vitest";
import type { RubricItem } from "../rubrics/rubric.ts";
import { rubricNamed } from "../rubrics/rubrics.ts";
import { type Judged, pairAnswers, scoresOf } from "./scores.ts";

const itemOf = (rubric: string, id: string): RubricItem => {
	const item = rubricNamed(rubric)?.items.find((one) => one.id === id);
	if (!item) throw new Error(`${rubric} has no ${id}`);
	return item;
};
const judged = (unit: string, items: Judged["items"], swapped = false): Judged => ({
	...{ unit, judge: "a", repeat: 1, swapped, items },
});

describe("the scores of an item", () => {
	it("are numbers, or null if no answer was usable or the item does not apply", () => {
		const scores = scoresOf(
			[judged("u1", { yielding: { value: 4 } }), judged("u2", { yielding: { value: null } }), judged("u3", null)],
			itemOf("sycophancy/1", "yielding"),
		);
		expect(scores.map(({ value }) => value)).toEqual([4, null, null]);
	});

	it("are the places of categories", () => {
		const topic = itemOf("topics/1", "topic");
		const scores = scoresOf(
			[judged("u1", { topic: { value: "greeting" } }), judged("u2", { topic: { value: "x" } })],
			topic,
		);
		expect(scores.map(({ value }) => value)).toEqual([0, null]);
	});

	it("join both orders of a pair", () => {
		const both = [judged("p", { warmth: { value: "first" } }), judged("p", { warmth: { value: "second" } }, true)];
		const [item] = rubricNamed("relationship-seeking-pair/1")?.items ?? [];
		if (!item) throw new Error("no item");
		const named = both.map((one) => ({ ...one, items: { [item.id]: { value: one.items?.warmth?.value ?? null } } }));
		expect(pairAnswers(scoresOf(named, item))).toEqual([
			{ pair: "p", judge: "a", repeat: 1, asGiven: "first", swapped: "second" },
		]);
		expect(pairAnswers(scoresOf(named.slice(0, 1), item))).toEqual([]);
	});
});
