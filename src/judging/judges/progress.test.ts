import { describe, expect, it } from "vitest";
import { rubricNamed } from "../rubrics/rubrics.ts";
import { type Batch, type BatchRequest, type PlannedJudgement, planBatch } from "./plan.ts";
import { nextJudgements, progressOf } from "./progress.ts";
import type { JudgementRecord } from "./record.ts";
import { pairAnswers, scoresOf } from "./scores.ts";

const seeking = rubricNamed("relationship-seeking/1");
const pairwise = rubricNamed("relationship-seeking-pair/1");
if (seeking === null || pairwise === null) throw new Error("no rubrics");

const planned = (request: Omit<BatchRequest, "seed" | "judges" | "repeats">): Batch => {
	const batch = planBatch({
		...request,
		seed: "a".repeat(64),
		judges: [{ name: "a", settings: { model: "a" } }],
		repeats: 1,
	});
	if (!batch.ok) throw new Error(batch.error);
	return batch.value;
};
const batch = planned({
	rubric: seeking,
	units: [1, 2, 3].map((index) => ({
		id: `u${index}`,
		material: { kind: "reply", turns: [{ role: "assistant", text: `Reply ${index}.` }] },
	})),
});
const prices = new Map([["a", { input: 1000, output: 2000, currency: "USD" }]]);
const record = ({ id }: PlannedJudgement, value: number | string | null): JudgementRecord => ({
	id,
	inputTokens: 100,
	outputTokens: 50,
	items: value === null ? null : { warmth: { value, reason: "" }, relationship_seeking: { value, reason: "" } },
	fault: value === null ? "It is not one JSON object." : null,
});
const records = (values: readonly (number | string | null)[], of: Batch = batch) =>
	values.flatMap((value, index) => {
		const judgement = of.judgements[index];
		return judgement === undefined ? [] : [record(judgement, value)];
	});

describe("the progress of a batch", () => {
	it("counts judged, missing and remaining judgements, and the spending", () => {
		const done = records([7, null]);
		const progress = progressOf(batch, done, { cost: 10, currency: "USD" }, prices);
		expect(progress).toEqual({
			judges: [{ judge: "a", planned: 3, judged: 1, missing: 1 }],
			spent: { tokens: 300, cost: 0.4 },
			left: 1,
			ended: null,
		});
		expect(nextJudgements(batch, done, progress, 10)).toEqual(batch.judgements.slice(2));
	});

	it("ends when its budget is spent, in tokens or in money", () => {
		for (const budget of [{ tokens: 300 }, { cost: 0.4, currency: "USD" }]) {
			const done = records([7, 7]);
			const progress = progressOf(batch, done, budget, prices);
			expect(progress.ended).toBe("budget_spent");
			expect(nextJudgements(batch, done, progress, 10)).toEqual([]);
		}
	});

	it("is complete when every judgement has a record, including missing ones", () => {
		expect(progressOf(batch, records([7, 8, null]), {}, prices)).toMatchObject({ left: 0, ended: "complete" });
	});
});

describe("the scores of an item", () => {
	const [, , , warmth] = seeking.items;
	const [preference] = pairwise.items;
	if (warmth === undefined || preference === undefined) throw new Error("no items");

	it("are numbers, or null if no answer was usable", () => {
		expect(scoresOf(batch, records([7, null]), warmth).map(({ value }) => value)).toEqual([7, null]);
	});

	it("join both orders of a pair", () => {
		const material = { kind: "pair", turns: [{ role: "participant", text: "Hi" }], replies: ["A", "B"] } as const;
		const pairs = planned({ rubric: pairwise, units: [{ id: "p", material }] });
		const answers = pairs.judgements.map((judgement) => record(judgement, judgement.swapped ? "second" : "first"));
		expect(pairAnswers(scoresOf(pairs, answers, preference))).toEqual([
			{ pair: "p", judge: "a", repeat: 1, asGiven: "first", swapped: "second" },
		]);
		expect(pairAnswers(scoresOf(pairs, answers.slice(0, 1), preference))).toEqual([]);
	});
});
