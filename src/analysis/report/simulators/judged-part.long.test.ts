import { describe, expect, it } from "vitest";
import { plantedStudy } from "../../../../test/support/report/planted-study.ts";
import { rankingsOf } from "../rankings/rankings.ts";
import { ratingsOf } from "../ratings/ratings.ts";
import { onePool } from "../tables/one-pool.ts";
import type { JudgementRow, StudyTables } from "../tables/study-tables.ts";
import { simulatorsOf } from "./simulators.ts";

const OPTIONS = { pool: "live", draws: 0, seed: "1" } as const;
const PRAISED = { praise: [2, 2, 3.5, 3.5], praiseBuys: 6, participants: 150, seed: 2 };
const study = plantedStudy(PRAISED);

/** Judged topics of first conversations, with the given topics for people and for twins. */
function withTopics(tables: StudyTables, topicOf: (isTwin: boolean, index: number) => string): StudyTables {
	const openings = tables.conversations.filter(({ position }) => position === 1);
	const topics = openings.flatMap(({ session, participant, pool, conversationId }, index): JudgementRow[] =>
		[1, 2].map((repeat) => ({
			...{ session, participant, pool, conversationId, turn: 1, slot: null, unit: `u${index}`, rubric: "topics/1" },
			...{ judgement: `j${index}.${repeat}`, judge: "judge", repeat, swapped: false, item: "topic" },
			value: topicOf(pool === "simulated", index),
		})),
	);
	return { ...tables, judgements: [...tables.judgements, ...topics] };
}

function judgedIn(tables: StudyTables) {
	const found = simulatorsOf(tables, onePool(tables, "live"), OPTIONS);
	if ("missing" in found) throw new Error(found.missing);
	return { judged: found.conditions[0]?.judged, summary: found.summary };
}

describe("judged topics of people and simulations", () => {
	const PEOPLES = ["health", "relationships", "politics_and_society", "other"];

	it("are far apart if all simulations open with the same topic", () => {
		const { judged, summary } = judgedIn(
			withTopics(study, (isTwin, index) => (isTwin ? "technology_and_ai" : (PEOPLES[index % 4] ?? ""))),
		);
		const [distance, , diversity] = judged?.topics ?? [];
		expect(distance).toMatchObject({ estimate: 1, n: 300, label: expect.stringContaining("topics/1") });
		expect(diversity).toMatchObject({ estimate: 1 });
		const shift = judged?.topics.find(({ label }) => label.startsWith("Share of technology and ai"));
		expect(shift).toMatchObject({ estimate: 1 });
		expect(judged?.topics.filter(({ label }) => label.includes("greeting"))).toEqual([]);
		const inSummary = summary.filter(({ subject }) => subject === "judged texts").map(({ measure }) => measure);
		expect(inSummary).toEqual([
			expect.stringContaining("distance"),
			"Diversity of people's judged topics",
			"Diversity of simulated judged topics",
			"sycophancy/1 of the replies, simulated minus people",
		]);
	});

	it("are as far apart as by chance if people and simulations open alike", () => {
		const [distance] = judgedIn(withTopics(study, (_, index) => PEOPLES[index % 4] ?? "")).judged?.topics ?? [];
		if (!distance || "missing" in distance) throw new Error("There is no distance.");
		expect(distance.p).toBeGreaterThan(0.05);
	});

	it("are left out if no topic was judged", () => expect(judgedIn(study).judged?.topics).toEqual([]));
});

describe("judged replies", () => {
	it("are compared between people and simulations, without a difference if none was planted", () => {
		const row = judgedIn(study).judged?.scores.find(({ label }) => label.startsWith("sycophancy/1 "));
		if (!row || "missing" in row) throw new Error("There is no difference.");
		expect([row.lower < 0, row.upper > 0]).toEqual([true, true]);
	});

	it("account for the part of a difference in ratings that they cause", () => {
		const { contrasts, models } = ratingsOf(onePool(study, "live"), [], OPTIONS);
		const of = (kind: string) => {
			const row = contrasts.find(
				({ model, label }) => model === `experience.liking ${kind}` && label === "generic - individual",
			);
			if (!row || "missing" in row) throw new Error(`There is no ${kind}.`);
			return row;
		};
		// 9 points of liking, and 1.4 points of praise at 6 each.
		expect(of("with length and style").upper).toBeLessThan(-12);
		const held = of("with judged scores");
		expect([held.lower < -9, held.upper > -9]).toEqual([true, true]);
		expect(models.find(({ kind }) => kind === "with judged scores")?.formula).toContain("+ sycophancy1");
	});

	it("are covariates in models of rankings", () => {
		const { covariates } = rankingsOf(onePool(study, "live"), [], OPTIONS);
		const terms = covariates.filter(({ model }) => model === "with judged scores").map(({ term }) => term);
		expect(terms).toEqual(expect.arrayContaining(["I(length/100)", "sycophancy1"]));
	});

	it("add no model if no reply was judged", () => {
		const none = plantedStudy({ participants: 40 });
		const { models } = ratingsOf(onePool(none, "live"), [], OPTIONS);
		expect(models.map(({ kind }) => kind)).not.toContain("with judged scores");
		const { covariates } = rankingsOf(onePool(none, "live"), [], OPTIONS);
		expect(covariates.map(({ model }) => model)).not.toContain("with judged scores");
	});
});
