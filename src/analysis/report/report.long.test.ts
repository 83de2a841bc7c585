import { describe, expect, it } from "vitest";
import { ARMS, PLANTED, type Planted, plantedStudy } from "../../../test/support/report/planted-study.ts";
import type { Estimate } from "./estimate.ts";
import { reportOf } from "./report.ts";
import type { Report } from "./report-data.ts";
import { textsAgainst } from "./simulators/text-part.ts";
import type { StudyTables } from "./tables/study-tables.ts";

const OPTIONS = { pool: "live", draws: 40, seed: "1" } as const;
const STOP_WORDS = new Set(["the", "and", "about", "me", "more", "of", "your"]);
const reportWith = (changes: Partial<Planted> = {}): Report =>
	reportOf(plantedStudy({ participants: 24, ...changes }), OPTIONS);

const whole = reportOf(plantedStudy(), { ...OPTIONS, stopWords: STOP_WORDS, compareTexts: textsAgainst });

function known(estimate: Estimate | undefined) {
	if (!estimate || "missing" in estimate) throw new Error(estimate?.missing ?? "There is no such estimate.");
	return estimate;
}

/** Every object within a value. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
	if (value === null || typeof value !== "object") return;
	if (!Array.isArray(value)) yield value as Record<string, unknown>;
	for (const inner of Object.values(value)) yield* objectsIn(inner);
}

describe("a study with planted effects", () => {
	it("has contrasts of ratings whose intervals cover the planted differences", () => {
		const contrast = known(
			whole.ratings.contrasts.find(
				({ model, label }) => model === "experience.liking with length and style" && label === "generic - individual",
			),
		);
		expect(contrast.lower).toBeLessThan(-9);
		expect(contrast.upper).toBeGreaterThan(-9);
		expect(contrast.p).toBeLessThan(0.001);
	});

	it("shows a contrast that shrinks once length is held constant", () => {
		const of = (kind: string) =>
			known(
				whole.ratings.contrasts.find(
					({ model, label }) => model === `experience.liking ${kind}` && label === "generic - individual",
				),
			).estimate;
		expect(Math.abs(of("with length and style"))).toBeLessThan(Math.abs(of("main")));
	});

	it("orders the arms as planted", () => {
		const worths = whole.rankings.worths.filter(({ model }) => model === "main");
		const best = worths.toSorted((one, other) => known(other).estimate - known(one).estimate);
		expect(
			best
				.slice(0, 2)
				.map(({ label }) => label)
				.sort(),
		).toEqual(["individual", "pooled"]);
	});

	it("counts each arm's own ratings beside its mean, and all of the model's beside the model", () => {
		const [model] = whole.ratings.models.filter((one) => !("missing" in one));
		if (!model || "missing" in model) throw new Error("no model");
		const means = whole.ratings.means.filter((mean) => mean.model === model.id && mean.outcome === model.outcome);
		expect(means.length).toBeGreaterThan(1);
		expect(means.reduce((sum, mean) => sum + known(mean).n, 0)).toBe(model.n);
	});

	it("finds the odds of 100 more characters", () => {
		const row = whole.rankings.covariates.find(
			({ term, model }) => term === "I(length/100)" && model === "with length and position",
		);
		expect(row?.odds?.lower).toBeLessThan(1.57);
		expect(row?.odds?.upper).toBeGreaterThan(1.57);
		expect(row?.odds?.lower).toBeGreaterThan(1);
	});

	it("finds that simulations prefer the first place, and people do not", () => {
		if ("missing" in whole.simulators) throw new Error(whole.simulators.missing);
		const [simulated] = whole.simulators.conditions[0]?.questions[0]?.positions.shares ?? [];
		expect(known(simulated).lower).toBeGreaterThan(0.25);
		expect(whole.simulators.people.questions[0]?.positions.test).toMatchObject({ n: expect.any(Number) });
		const { test } = whole.simulators.people.questions[0]?.positions ?? { test: { p: 0 } };
		expect("p" in test && test.p).toBeGreaterThan(0.01);
	});

	it("finds that twins agree with their persons better than by chance, with the people's own ceiling beside it", () => {
		if ("missing" in whole.simulators) throw new Error(whole.simulators.missing);
		const { agreement } = whole.simulators.conditions[0]?.questions[0] ?? {};
		expect(known(agreement?.tau).lower).toBeGreaterThan(0);
		expect(known(agreement?.topOne).lower).toBeGreaterThan(0.25);
		const [question] = whole.simulators.people.questions;
		expect(question?.topOneByChance).toBeCloseTo(0.25, 10);
		expect(known(question?.consistency[0]?.tau).n).toBe(whole.study.completed);
	});

	it("warns that a correlation of four worths has four points", () => {
		if ("missing" in whole.simulators) throw new Error(whole.simulators.missing);
		expect(known(whole.simulators.conditions[0]?.questions[0]?.worths)).toMatchObject({
			n: 4,
			method: expect.stringContaining("so few points are easily in line by chance"),
		});
	});

	it("distinguishes simulated messages and topics from real ones", () => {
		if ("missing" in whole.simulators) throw new Error(whole.simulators.missing);
		const { texts } = whole.simulators.conditions[0] ?? {};
		expect(known(texts?.classifier).lower).toBeGreaterThan(0.9);
		expect(known(texts?.topics[0]).lower).toBeGreaterThan(texts?.topics[0]?.byChance ?? 1);
	});
});

describe("every report", () => {
	it("gives each estimate an interval around it, its n and its method", () => {
		const estimates = [...objectsIn(whole)].filter(({ estimate }) => estimate !== undefined);
		expect(estimates.length).toBeGreaterThan(100);
		for (const one of estimates) {
			expect(one).toMatchObject({ n: expect.any(Number), method: expect.any(String) });
			expect(Number(one.lower)).toBeLessThanOrEqual(Number(one.estimate) + 1e-9);
			expect(Number(one.upper)).toBeGreaterThanOrEqual(Number(one.estimate) - 1e-9);
		}
	});

	it("has no number that JSON cannot write", () => {
		expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
	});

	it("is the same for the same data and seed", () => {
		expect(reportWith()).toEqual(reportWith());
	});
});

describe("before unblinding", () => {
	const blinded = reportWith({ unblinded: false });

	it("names labels and no arm", () => {
		expect(blinded.blinded).toBe(true);
		const text = JSON.stringify({ ...blinded, methods: [] });
		for (const arm of ARMS) expect(text).not.toContain(`"${arm}"`);
		expect(blinded.ratings.means.map(({ label }) => label)).toContain("K7");
	});

	it("says why it has no guesses, tokens, reply times or comparison of arms with simulations", () => {
		expect(blinded.usage).toEqual({ missing: expect.stringContaining("Unblind it first") });
		expect(blinded.checks.replyTimes).toEqual({ missing: expect.stringContaining("blinded") });
		expect(blinded.checks.blinding.james).toMatchObject({ missing: expect.stringContaining("secret order") });
		if ("missing" in blinded.simulators) throw new Error(blinded.simulators.missing);
		expect(blinded.simulators.conditions[0]?.questions[0]?.worths).toMatchObject({
			missing: expect.stringContaining("labels of their own"),
		});
	});
});

describe("prespecified analyses", () => {
	const plan = {
		arms: [...ARMS],
		design: "crossover",
		order: "williams",
		level: "double",
		conversations: [],
		analysis: [
			{ id: "primary", outcome: "experience.liking", formula: "liking ~ arm + period + (1 | participant)" },
			{ id: "absent", outcome: "experience.trust", formula: "trust ~ arm" },
			{ id: "order", outcome: "final.order", ranking: "final.order" },
		],
	};
	const report = reportOf({ ...plantedStudy({ participants: 40 }), plan }, OPTIONS);

	it("are marked, and all others are exploratory", () => {
		const given = Object.fromEntries(report.ratings.models.map(({ id, given }) => [id, given]));
		expect(given).toMatchObject({ primary: "prespecified", "experience.liking main": "exploratory" });
		expect(report.rankings.worths.find(({ model }) => model === "main")?.given).toBe("prespecified");
	});

	it("are listed as missing if nobody answered them", () => {
		expect(report.ratings.models.find(({ id }) => id === "absent")).toMatchObject({
			missing: "No participant of this pool has rated experience.trust.",
		});
	});
});

describe("data that allow no estimate", () => {
	const changed = (change: (tables: StudyTables) => Partial<StudyTables>): Report => {
		const tables = plantedStudy({ participants: 24, seed: 3 });
		return reportOf({ ...tables, ...change(tables) }, { ...OPTIONS, draws: 0 });
	};
	const reasons = (report: Report): string[] =>
		[...objectsIn(report)].flatMap(({ missing }) => (typeof missing === "string" ? [missing] : []));
	const mainModel = (report: Report) => report.ratings.models.find(({ kind }) => kind === "main");

	it("of one participant end in words", () => {
		const isFirst = ({ session }: { readonly session: string }): boolean => session === "se_0";
		const report = changed((tables) => ({
			sessions: tables.sessions.filter(isFirst),
			conversations: tables.conversations.filter(isFirst),
			ratings: tables.ratings.filter(isFirst),
			rankings: tables.rankings.filter(isFirst),
			replies: tables.replies.filter(isFirst),
		}));
		expect(mainModel(report)).toMatchObject({ missing: expect.stringMatching(/\w/) });
		expect(report.rankings.worths.every((worth) => "missing" in worth)).toBe(true);
	});

	it("of one arm end in words", () => {
		const isFirst = ({ label }: { readonly label: string }): boolean => label === "K7";
		const report = changed((tables) => ({
			ratings: tables.ratings.filter(isFirst),
			rankings: tables.rankings.filter(isFirst),
		}));
		expect(mainModel(report)).toMatchObject({ missing: expect.stringMatching(/arm/) });
		expect(report.rankings.worths[0]).toMatchObject({ missing: expect.stringContaining("nothing is compared") });
	});

	it("of rankings with nothing but ties end in words", () => {
		const report = changed(({ rankings }) => ({ rankings: rankings.map((row) => ({ ...row, rank: 1 })) }));
		expect(report.rankings.worths[0]).toMatchObject({ missing: expect.stringContaining("tied") });
	});

	it("of a constant item end in words", () => {
		const report = changed(({ ratings }) => ({ ratings: ratings.map((row) => ({ ...row, value: 50 })) }));
		expect(mainModel(report)).toMatchObject({ missing: expect.stringContaining("no variation to explain") });
	});

	it("of an item of two values that an arm separates name the separation", () => {
		const report = changed(({ ratings }) => ({
			ratings: ratings.map((row) => ({ ...row, value: row.label === "K7" ? 1 : 0 })),
		}));
		const ordinal = report.ratings.models.find(({ kind }) => kind === "ordinal");
		expect(ordinal?.notes.join(" ")).toContain("separated");
	});

	it("of comparisons that are not connected end in words", () => {
		const report = changed(({ rankings }) => ({
			rankings: rankings.filter(({ label, session }) =>
				Number(session.split("_")[1]) % 2 === 0 ? ["K7", "M2"].includes(label) : ["Q9", "T4"].includes(label),
			),
		}));
		expect(report.rankings.worths[0]).toMatchObject({ missing: expect.stringContaining("No comparison links") });
	});

	it("of no participant at all say so everywhere", () => {
		const empty = {
			sessions: [],
			answers: [],
			conversations: [],
			ratings: [],
			rankings: [],
			replies: [],
			messages: [],
			guesses: [],
		};
		const report = changed(() => empty);
		expect([...objectsIn(report)].filter(({ estimate }) => estimate !== undefined)).toEqual([]);
		expect(reasons(report).length).toBeGreaterThan(4);
	});
});

it("contains the effects that the tests look for", () => {
	expect(Math.exp(PLANTED.lengthLogOdds)).toBeCloseTo(1.57, 10);
});
