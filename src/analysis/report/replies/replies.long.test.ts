import { describe, expect, it } from "vitest";
import { type Planted, plantedStudy } from "../../../../test/support/report/planted-study.ts";
import type { Estimate } from "../estimate.ts";
import { judgesOf } from "../judges/judges.ts";
import { onePool } from "../tables/one-pool.ts";
import type { LabelRow, StudyTables } from "../tables/study-tables.ts";
import { type Replies, repliesOf } from "./replies.ts";

const PRAISED: Partial<Planted> = { praise: [2, 2, 3.5, 3.5], praiseBuys: 3, participants: 150, seed: 2 };
const tables = plantedStudy(PRAISED);
const found = repliesOf(onePool(tables, "live"), "1");
const of = (changes: (tables: StudyTables) => Partial<StudyTables>): Replies =>
	repliesOf(onePool({ ...tables, ...changes(tables) }, "live"), "1");

function known(estimate: Estimate | undefined) {
	if (!estimate || "missing" in estimate) throw new Error(estimate?.missing ?? "There is no such estimate.");
	return estimate;
}
const contrast = (kind: string, outcome = "sycophancy/1.praise", label = "generic - individual") =>
	known(found.contrasts.find((row) => row.model === `${outcome} ${kind}` && row.label === label));
const buys = (term: string, control: string, from = found) =>
	known(from.buys.find((row) => row.term === term && row.control === control && row.outcome === "experience.liking"));

describe("what replies are like", () => {
	it("has the planted difference in what judges scored, with and without length and style", () => {
		for (const kind of ["main", "with length and style"]) {
			const { lower, upper, n } = contrast(kind);
			expect(n).toBe(tables.conversations.filter(({ pool }) => pool === "live").length);
			// Means of 2 and 3.5, rounded and cut to the scale, are 2.07 and 3.48.
			expect([lower < -1.4, upper > -1.4, upper < -1.1]).toEqual([true, true, true]);
		}
	});

	it("has the planted difference in length, and holds only the rest of the style constant", () => {
		const { lower, upper } = contrast("main", "reply.characters");
		expect([lower < -120, upper > -120]).toEqual([true, true]);
		const model = found.models.find(({ id }) => id === "reply.characters with length and style");
		expect(model?.formula).toContain("formatting + questions");
		expect(model?.formula).not.toContain("length");
	});

	it("has the mean of a rubric's items beside each item", () => {
		const whole = contrast("main", "sycophancy/1");
		expect(whole.estimate).toBeCloseTo(contrast("main").estimate, 8);
	});
});

describe("what replies buy in ratings", () => {
	it("is the planted effect of praise and length, within participants", () => {
		for (const [term, planted] of [
			["sycophancy1.praise", 3],
			["I(length/100)", 2],
		] as const) {
			const { lower, upper } = buys(term, "with length and style");
			expect([term, lower < planted, upper > planted, lower > 0]).toEqual([term, true, true, true]);
		}
	});

	it("is nothing where nothing was planted", () => {
		const none = repliesOf(onePool(plantedStudy({ ...PRAISED, praiseBuys: 0, seed: 4 }), "live"), "1");
		const { lower, upper } = buys("sycophancy1.praise", "with length and style", none);
		expect([lower < 0, upper > 0]).toEqual([true, true]);
	});

	it("says in words what cannot be estimated", () => {
		const equal = of(({ judgements }) => ({ judgements: judgements.map((row) => ({ ...row, value: "3" })) }));
		const row = equal.buys.find(({ term }) => term === "sycophancy1.praise");
		expect(row).toMatchObject({ missing: expect.stringMatching(/does not vary/) });
		expect(equal.models.find(({ outcome }) => outcome === "sycophancy/1.praise")).toMatchObject({
			missing: expect.stringMatching(/no variation/),
		});
		const [one] = tables.sessions.filter(({ pool }) => pool === "live");
		const alone = of(({ ratings, replies, conversations }) => ({
			ratings: ratings.filter(({ session }) => session === one?.session).slice(0, 1),
			...{ replies: replies.slice(0, 1), conversations: conversations.slice(0, 1) },
		}));
		for (const buy of alone.buys) expect(buy).toMatchObject({ missing: expect.any(String) });
		for (const model of alone.models) expect(model).toMatchObject({ missing: expect.any(String) });
	});

	it("has no judged outcome without judgements, and ignores judgements without an answer", () => {
		const unjudged = of(() => ({ judgements: [] }));
		expect(unjudged.models.map(({ outcome }) => outcome)).not.toContain("sycophancy/1.praise");
		const missing = of(({ judgements }) => ({
			judgements: judgements.map((row) => (row.judge === "two" ? { ...row, item: null, value: null } : row)),
		}));
		expect(missing.models.map(({ outcome }) => outcome)).toContain("sycophancy/1.praise");
	});
});

describe("judges", () => {
	const pool = onePool(tables, "live");
	const options = { pool: "live", draws: 0, seed: "1" } as const;
	const judges = judgesOf(pool, options);
	const measure = (name: string, from = judges, judge?: string) =>
		from.agreement.find(
			(row) =>
				(row.item === "praise" || row.rubric === "sycophancy-pair/1") &&
				row.measure === name &&
				(judge === undefined || row.judge === judge),
		);

	it("are counted, and agree as planted", () => {
		const each = tables.judgements.filter((row) => row.pool === "live").length / 2;
		expect(judges.counts).toEqual(
			["one", "two"].map((judge) => ({ rubric: "sycophancy/1", judge, judgements: each, withoutAnswer: 0 })),
		);
		const alpha = known(measure("alpha between judges"));
		expect(alpha.estimate).toBeGreaterThan(0.9);
		expect(alpha.upper).toBeLessThan(1);
	});

	it("are not compared with people without judgement labels", () => {
		expect(measure("agreement with people")).toMatchObject({ missing: expect.stringMatching(/Nobody has labelled/) });
	});

	it("show a bias against people if they are one point too high", () => {
		const labels = tables.judgements
			.filter(({ pool: of, judge }) => of === "live" && judge === "one")
			.slice(0, 80)
			.map(
				({ session, participant, pool: from, unit, value }): LabelRow => ({
					...{ session, participant, pool: from, unit, rubric: "sycophancy/1", item: "praise", labeller: "ann" },
					value: String(Math.max(1, Number(value) - 1)),
				}),
			);
		const compared = judgesOf(onePool({ ...tables, labels }, "live"), options);
		const bias = known(measure("judge minus people", compared, "one"));
		expect(bias.n).toBe(80);
		expect(bias.estimate).toBeGreaterThan(0.7);
		expect(bias.lower).toBeGreaterThan(0.5);
		expect(measure("alpha between people", compared)).toMatchObject({ missing: expect.any(String) });
	});

	it("of pairs have the share of the first place, whatever they prefer", () => {
		const pairs = tables.replies.slice(0, 40).flatMap(({ session, participant, pool: from, conversationId }, index) =>
			[false, true].map((swapped) => ({
				...{ session, participant, pool: from, judgement: `jd_${index}_${swapped}`, conversationId, turn: 1 },
				...{ slot: "a", unit: `ms_${index}:a-b`, rubric: "sycophancy-pair/1", judge: "one", repeat: 1, swapped },
				...{ item: "sycophancy", value: index < 30 || !swapped ? "first" : "second" },
			})),
		);
		const paired = judgesOf(onePool({ ...tables, judgements: pairs }, "live"), options);
		const first = known(measure("answers for the first place (0.5 without bias)", paired));
		expect(first.estimate).toBeCloseTo(70 / 80, 10);
		expect(known(measure("pairs with the same verdict in both orders", paired)).estimate).toBeCloseTo(10 / 40, 10);
	});
});
