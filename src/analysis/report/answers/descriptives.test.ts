import { describe, expect, it } from "vitest";
import { plantedStudy } from "../../../../test/support/report/planted-study.ts";
import { reportOf } from "../report.ts";
import type { AnswerRow } from "../tables/study-tables.ts";
import { descriptivesOf } from "./descriptives.ts";

const answer = (changes: Partial<AnswerRow>): AnswerRow => ({
	...{ session: "se_1", participant: "pt_1", pool: "live", form: "compare", item: "ease", kind: "likert" },
	...{ conversationId: null, value: 3, correct: null },
	...changes,
});
const of = (answers: readonly AnswerRow[]) => descriptivesOf({ answers, ratings: [] });

describe("answers that rate no arm", () => {
	it("have the mean over participants, whose own answers are averaged first", () => {
		const rows = [
			answer({ value: 1 }),
			answer({ value: 3 }),
			answer({ session: "se_2", value: 4 }),
			answer({ session: "se_3", value: 6 }),
		];
		const [mean] = of(rows);
		expect(mean).toMatchObject({ outcome: "compare.ease", what: "mean", answers: 4, estimate: 4, n: 3, sd: 2 });
		// t(2) = 4.3027, se = 2 / sqrt(3).
		expect(mean && "lower" in mean && mean.lower).toBeCloseTo(4 - 4.302_652_729_9 * (2 / Math.sqrt(3)), 8);
	});

	it("have a share for each option with Wilson's interval, and several options of one answer each", () => {
		const rows = [["a"], ["a", "b"], ["b"], ["a"]].map((value, index) =>
			answer({ session: `se_${index}`, kind: "choices", value }),
		);
		expect(of(rows).map((row) => ("missing" in row ? row.missing : [row.what, row.estimate, row.n]))).toEqual([
			["share of a", 0.75, 4],
			["share of b", 0.5, 4],
		]);
	});

	it("have a t interval if one participant answered a choice several times, because Wilson's assumes independence", () => {
		const rows = ["a", "b", "a", "a"].map((value, index) =>
			answer({ session: `se_${index % 2}`, kind: "choice", value }),
		);
		expect(of(rows)[0]).toMatchObject({ estimate: 0.75, n: 2, method: expect.stringContaining("t interval") });
	});

	it("count what does not apply, and say why there is no interval for one value", () => {
		const rows = [answer({ value: null }), answer({ session: "se_2", value: 5 })];
		expect(of(rows)).toEqual([
			{
				outcome: "compare.ease",
				what: "mean",
				answers: 1,
				notApplicable: 1,
				missing: expect.stringContaining("needs 2"),
			},
		]);
	});

	it("are the share that passed an attention check", () => {
		const rows = [true, true, false].map((correct, index) =>
			answer({ session: `se_${index}`, kind: "choice", correct }),
		);
		expect(of(rows)).toMatchObject([{ what: "share who passed the check", n: 3, estimate: 2 / 3 }]);
	});

	it("leave out items that rate arms, which have models", () => {
		const tables = plantedStudy({ participants: 12 });
		const rating = tables.ratings.map(
			(row): AnswerRow => ({
				...answer({ session: row.session, form: row.form ?? "", item: row.item ?? "", kind: "vas", value: row.value }),
			}),
		);
		expect(descriptivesOf({ answers: rating, ratings: tables.ratings })).toEqual([]);
	});
});

describe("a study without ratings by arm", () => {
	const tables = { ...plantedStudy({ participants: 24 }), ratings: [], rankings: [] };
	const plan = {
		...{ arms: ["generic"], design: "crossover", order: "williams", level: "double", conversations: [] },
		analysis: [
			{ id: "ease", outcome: "compare.ease", formula: "ease ~ 1" },
			{ id: "by-arm", outcome: "compare.ease", formula: "ease ~ arm" },
		],
	};
	const report = reportOf({ ...tables, plan }, { pool: "live", draws: 0, seed: "1" });

	it("has its means", () => {
		expect(report.answers.find(({ outcome }) => outcome === "compare.ease")).toMatchObject({ estimate: 4, n: 24 });
	});

	it("has its prespecified models, and says why an item without an arm has no model with one", () => {
		const [ease, byArm] = report.ratings.models;
		expect(ease).toMatchObject({ id: "ease", given: "prespecified", n: 24, fixed: [{ estimate: 4 }] });
		expect(byArm).toMatchObject({ id: "by-arm", missing: expect.stringMatching(/arm/) });
	});
});
