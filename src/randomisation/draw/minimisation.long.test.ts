import { describe, expect, it } from "vitest";
import { range, recordOf, seedOf, Trial } from "../../../test/support/randomisation/trial.ts";
import { below, randomStream } from "./generator.ts";
import { imbalance, imbalanceWith, type Margin, minimise } from "./minimisation.ts";

describe("the imbalance of one level", () => {
	it.each([
		["range", [4, 1, 3], 3],
		["variance", [4, 1, 3], 7 / 3],
		["marginal-balance", [4, 1, 3], (3 + 1 + 2) / (2 * 8)],
		["marginal-balance", [5, 0, 0], 1],
		["range", [2, 2, 2], 0],
		["variance", [2, 2, 2], 0],
		["marginal-balance", [2, 2, 2], 0],
		["marginal-balance", [0, 0, 0], 0],
		["variance", [7], 0],
	] as const)("is by %s of %j %d", (measure, counts, expected) => {
		expect(imbalance(measure, counts)).toBeCloseTo(expected, 12);
	});
});

describe("the choice of a treatment", () => {
	/*
	 * Two treatments, computed by hand: a woman (3 : 5) over fifty (4 : 2). Range with the first: |4-5| + |5-2| = 4, with
	 * the second |3-6| + |4-3| = 4.
	 */
	const margins: readonly Margin[] = [
		{ counts: [3, 5], weight: 1 },
		{ counts: [4, 2], weight: 1 },
	];

	it("weighs the factors", () => {
		expect([imbalanceWith("range", margins, 0), imbalanceWith("range", margins, 1)]).toEqual([4, 4]);
		const heavy = [
			{ counts: [3, 5], weight: 3 },
			{ counts: [4, 2], weight: 1 },
		];
		expect([imbalanceWith("range", heavy, 0), imbalanceWith("range", heavy, 1)]).toEqual([6, 10]);
	});

	/* n = 8,000 draws each. Bounds are 4 standard errors: a correct coin with fresh seeds leaves them with probability 6e-5 per bound. */
	const share = (counts: readonly number[], probability: number, treatment: number) => {
		const drawn = range(8000).map((index) =>
			minimise(
				randomStream(seedOf(5), [index]),
				{ measure: "range", probability },
				[{ counts, weight: 1 }],
				counts.length,
			),
		);
		return drawn.filter((one) => one === treatment).length / drawn.length;
	};

	it("gives the best one with the probability, and each of the others with an equal part of the rest", () => {
		expect(Math.abs(share([1, 3, 3, 3], 0.7, 0) - 0.7)).toBeLessThan(4 * Math.sqrt((0.7 * 0.3) / 8000));
		expect(Math.abs(share([1, 3, 3, 3], 0.7, 2) - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / 8000));
	});

	it("draws among equally good treatments", () => {
		expect(Math.abs(share([2, 2, 2], 0.8, 1) - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / 8000));
	});

	it("is certain with probability 1, and with one treatment", () => {
		expect(share([4, 1, 4], 1, 1)).toBe(1);
		expect(share([4], 0.8, 0)).toBe(1);
	});
});

describe.each(["range", "variance", "marginal-balance"] as const)("minimisation by %s", (measure) => {
	const factors = ["attributes.region", "attributes.age", "attributes.gender"];
	const levels = [5, 3, 2];

	/** The published measure over the whole trial: the imbalance of each level of each factor, summed. */
	function total(assigned: readonly { readonly values: readonly number[]; readonly row: number }[]): number {
		const margins = factors.flatMap((_, factor) =>
			range(levels[factor] ?? 0).map((level) => assigned.filter(({ values }) => values[factor] === level)),
		);
		return margins.reduce(
			(sum, of) =>
				sum +
				imbalance(
					measure,
					range(4).map((row) => of.filter((one) => one.row === row).length),
				),
			0,
		);
	}

	function run(number: number): { readonly minimised: number; readonly simple: number } {
		const design = {
			method: "minimisation",
			strata: factors,
			minimisation: { measure, weights: {}, probability: 0.8 },
		} as const;
		const trial = new Trial(recordOf({ design }), seedOf(number));
		const people = randomStream(seedOf(number), ["people"]);
		const arrivals = range(100).map((session) => {
			const values = levels.map((count) => below(people, count));
			const strata = Object.fromEntries(factors.map((factor, index) => [factor, String(values[index])]));
			return { values, sequence: trial.arrive(`se_${session}`, { strata })?.sequence.join() };
		});
		const names = [...new Set(arrivals.map(({ sequence }) => sequence))];
		const minimised = total(arrivals.map(({ values, sequence }) => ({ values, row: names.indexOf(sequence) })));
		return { minimised, simple: total(arrivals.map(({ values }) => ({ values, row: below(people, 4) }))) };
	}

	/*
	 * 20 trials of 100 people. If it were no better than simple randomisation, it would win each trial with probability
	 * 1/2 at most, and all twenty with 1e-6.
	 */
	it("beats simple randomisation on its measure (20 trials, n = 100 each)", () => {
		const runs = range(20).map((number) => run(100 + number));
		expect(runs.filter(({ minimised, simple }) => minimised < simple).length).toBe(20);
		const mean = (of: (one: (typeof runs)[number]) => number) =>
			runs.reduce((sum, one) => sum + of(one), 0) / runs.length;
		expect(mean(({ minimised }) => minimised)).toBeLessThan(0.7 * mean(({ simple }) => simple));
	});
});
