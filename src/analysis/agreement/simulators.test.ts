import { describe, expect, it } from "vitest";
import { seedOf } from "../../../test/support/randomisation/trial.ts";
import { below, randomStream } from "../../randomisation/draw/generator.ts";
import { inverseProbabilityWeights } from "../checks/attrition.ts";
import { compareOutcomes } from "../commands/compare-outcomes.ts";
import { range } from "../numeric/arrays.ts";
import { tableOf } from "../table/table.ts";
import { classifierAuc, type Specimen } from "./classifier-auc.ts";
import { distanceBetween, distributionDistance } from "./distribution-distance.ts";
import { diversityOf, hillNumber, meanPairwiseDistance } from "./diversity.ts";
import { featureDifferences } from "./feature-differences.ts";

const sampling = (name: string, draws = 400) => ({ draws, stream: randomStream(seedOf(5), [name]) });

describe("distances between distributions", () => {
	const [p, q] = [Float64Array.of(0.5, 0.5, 0), Float64Array.of(0, 0.5, 0.5)];
	it("are 0 for equal, 1 for disjoint ones", () => {
		for (const kind of ["jensen-shannon", "total-variation", "hellinger"] as const) {
			expect(distanceBetween(p, p, kind)).toBeCloseTo(0, 12);
			expect(distanceBetween(Float64Array.of(1, 0), Float64Array.of(0, 1), kind)).toBeCloseTo(1, 12);
		}
		expect(distanceBetween(p, q, "total-variation")).toBe(0.5);
		expect(distanceBetween(p, q, "jensen-shannon")).toBeCloseTo(Math.sqrt(0.5), 12);
	});

	it("are above 0 by chance, which the permutation test takes into account", () => {
		const stream = randomStream(seedOf(6), ["topics"]);
		const people = () => range(40).map(() => range(6).map((topic) => Number(topic === below(stream, 6))));
		const alike = distributionDistance(people(), people(), "jensen-shannon", sampling("alike"));
		if ("missing" in alike) throw new Error(alike.missing);
		expect(alike.byChance).toBeGreaterThan(0.05);
		expect(alike.lower).toBeLessThanOrEqual(alike.distance);
		expect(alike.p).toBeGreaterThan(0.05);
		const others = range(40).map((person) => range(6).map((topic) => Number(topic === person % 2)));
		const apart = distributionDistance(people(), others, "jensen-shannon", sampling("apart"));
		if ("missing" in apart) throw new Error(apart.missing);
		expect(apart.p).toBeLessThan(0.01);
		expect(apart.lower).toBeGreaterThan(apart.byChance);
	});

	it("need participants on both sides", () => {
		expect(distributionDistance([[1]], [[1], [2]], "hellinger", sampling("few"))).toEqual({
			missing: expect.any(String),
		});
	});
});

describe("diversity", () => {
	it("counts equally common categories", () => {
		expect([0, 1, 2].map((q) => hillNumber([5, 5, 5, 5], q))).toEqual([4, expect.closeTo(4, 12), 4]);
		expect(hillNumber([1, 0, 0], 1)).toBe(1);
		expect(hillNumber([], 1)).toBeNaN();
		expect(hillNumber([8, 1, 1], 2)).toBeCloseTo(1 / 0.66, 12);
	});

	it("has intervals over participants", () => {
		const rows = range(30).map((person) => range(5).map((topic) => Number(topic === person % 5)));
		expect(diversityOf(rows, 1, sampling("hill"))).toMatchObject({ estimate: expect.closeTo(5, 9), n: 30 });
		// Each draw repeats people, so none has all five categories equally often.
		expect(diversityOf(rows, 1, sampling("hill"))).toMatchObject({
			lower: expect.any(Number),
			upper: expect.closeTo(5, 9),
		});
		expect(diversityOf([[1]], 1, sampling("one"))).toEqual({ missing: expect.stringContaining("there is 1") });
		const vectors = range(20).map((person) => [Math.cos(person), Math.sin(person)]);
		const found = meanPairwiseDistance(vectors, sampling("pairs", 200));
		if ("missing" in found) throw new Error(found.missing);
		expect(found.estimate).toBeGreaterThan(0.9);
		expect(
			meanPairwiseDistance(
				[
					[0, 0],
					[1, 0],
				],
				sampling("zero"),
			),
		).toEqual({ missing: expect.any(String) });
	});
});

/** People and simulations, which differ by `shift` in the first of three features. */
function specimens(n: number, shift: number): Specimen[] {
	const stream = randomStream(seedOf(7), ["specimens", shift]);
	const noise = () => range(4).reduce((sum) => sum + below(stream, 1000) / 1000, 0);
	return range(n).map((index) => {
		const positive = index % 2 === 0;
		return { positive, group: `p${Math.floor(index / 2)}`, features: [noise() + (positive ? shift : 0), noise(), 1] };
	});
}

describe("a classifier of people and simulations", () => {
	it("finds a difference only if there is one", () => {
		const [nothing, something] = [0, 0.8].map((shift) =>
			classifierAuc(specimens(600, shift), randomStream(seedOf(8), ["folds"])),
		);
		if (!nothing || !something || "missing" in nothing || "missing" in something) throw new Error("no area");
		expect([nothing.lower < 0.5, nothing.upper > 0.5]).toEqual([true, true]);
		expect(something.lower).toBeGreaterThan(0.7);
	});

	it("gives the reason if there is no area or no interval", () => {
		const stream = randomStream(seedOf(9), ["folds"]);
		expect(classifierAuc(specimens(6, 0), stream)).toEqual({ missing: expect.stringContaining("too few groups") });
		expect(classifierAuc(specimens(200, 100), stream)).toEqual({
			missing: expect.stringContaining("The area is 1 in every fold"),
		});
	});
});

describe("features", () => {
	it("differ by Welch's test, adjusted over all of them", () => {
		const [polite, constant] = featureDifferences([
			{ feature: "polite", one: [1, 2, 3, 4], other: [3, 4, 5, 7] },
			{ feature: "constant", one: [1, 1], other: [1, 1] },
		]);
		expect(polite).toMatchObject({ difference: -2.25, holm: expect.any(Number) });
		expect(constant).toEqual({
			feature: "constant",
			meanOne: 1,
			meanOther: 1,
			standardised: null,
			missing: expect.any(String),
		});
	});
});

describe("weights of participants who stayed", () => {
	const arm = range(200).map((row) => (row % 2 === 0 ? "K7" : "M2"));
	const observed = range(200).map((row) => (row % 2 === 0 ? 1 : Number(row % 40 === 1)));

	it("are the inverse of the share of their arm that stayed, capped at 10", () => {
		const stayed = observed.map((value, row) => (row === 0 ? 0 : value));
		const found = inverseProbabilityWeights("observed ~ arm", tableOf({ arm, observed: stayed }));
		if (!found.ok) throw new Error(found.error);
		expect(found.value.weights[2]).toBeCloseTo(100 / 99, 6);
		expect(found.value.weights[1]).toBe(10);
		expect(found.value.capped).toBe(100);
	});

	it("are 1 if all participants of an arm stayed", () => {
		const found = inverseProbabilityWeights("observed ~ arm", tableOf({ arm, observed }));
		if (!found.ok) throw new Error(found.error);
		expect(found.value.weights[0]).toBeCloseTo(1, 6);
		expect(found.value.notes).toEqual([expect.stringContaining("Everybody or nobody was observed")]);
	});

	it("need at least one participant who left", () => {
		expect(inverseProbabilityWeights("observed ~ arm", tableOf({ arm, observed: arm.map(() => 1) }))).toEqual({
			ok: false,
			error: expect.any(String),
		});
	});
});

describe("people compared with their simulations", () => {
	const people = ["a", "b", "c", "d", "e"];
	const tableFor = (values: Record<string, number[]>) => {
		const rows = Object.entries(values).flatMap(([outcome, list]) =>
			list.map((value, index) => ({ participant: people[index] ?? "", outcome, value })),
		);
		return tableOf({
			participant: rows.map(({ participant }) => participant),
			outcome: rows.map(({ outcome }) => outcome),
			value: rows.map(({ value }) => value),
		});
	};
	const human = tableFor({ liking: [10, 20, 30, 40, 55], trust: [1, 2, 3, 4, 5], alone: [1, 2] });

	it("are matched by participant and outcome", () => {
		const result = compareOutcomes(human, tableFor({ liking: [12, 18, 33, 44, 50], trust: [3, 3, 3, 3, 3] }), {
			range: [0, 100],
		});
		if (!result.ok) throw new Error(result.error);
		const [liking, trust] = result.value.outcomes;
		expect(liking).toMatchObject({
			outcome: "liking",
			n: 5,
			accuracy: expect.closeTo(0.968, 9),
			meanHuman: 31,
			meanTwin: 31.4,
			df: 4,
			missing: {},
		});
		expect(trust).toMatchObject({
			r: null,
			varianceRatio: null,
			t: 0,
			missing: { r: expect.any(String), varianceRatio: expect.any(String), tauB: expect.any(String) },
		});
		expect(result.value.notes).toEqual(["Only in the first file: alone."]);
	});

	it("are averaged over repeated simulations, with a note", () => {
		const twice = tableOf({
			participant: ["a", "a", "b"],
			outcome: ["liking", "liking", "liking"],
			value: [10, 20, 30],
		});
		const result = compareOutcomes(human, twice);
		if (!result.ok) throw new Error(result.error);
		expect(result.value.outcomes[0]).toMatchObject({ n: 2, meanTwin: 22.5 });
		expect(result.value.notes[0]).toMatch(/1 participants have several values/);
	});

	it("need the three columns and an outcome in common", () => {
		expect(compareOutcomes(human, tableOf({ participant: ["a"], value: [1] }))).toEqual({
			ok: false,
			error: expect.stringContaining(`no column "outcome"`),
		});
		expect(compareOutcomes(human, tableFor({ other: [1, 2] }))).toEqual({
			ok: false,
			error: expect.stringContaining("no outcome in common"),
		});
	});
});
