import { describe, expect, it } from "vitest";
import { thoroughly } from "../../../test/support/cases.ts";
import { normalCdf } from "../numeric/distributions.ts";
import { participantsFor, powerOf } from "./power.ts";

const STUDIES = thoroughly(2000, 300);
const simulation = { alpha: 0.05, studies: STUDIES, seed: "1" };
/** Four standard errors at a power of a half: a false alarm in 16,000 runs. The seed is fixed all the same. */
const NEAR = 4 * Math.sqrt(0.25 / STUDIES);

describe("the power of a crossover contrast", () => {
	// The noncentral t distribution gives 0.8078 for dz = 0.5 and n = 34, and 0.4649 for n = 16.
	it.each([
		[0.5, 34, 0.8078],
		[0.5, 16, 0.4649],
	])("is the closed form's for a standardised difference of %d and %d participants", (dz, n, expected) => {
		// The SD of a difference of two ratings is sqrt(2) times that of one.
		const assumed = { kind: "crossover", difference: dz * Math.SQRT2, sdWithin: 1 } as const;
		expect(Math.abs(powerOf(assumed, n, simulation).power - expected)).toBeLessThan(NEAR);
	});

	it("is the level of the test if there is no difference", () => {
		const { power } = powerOf({ kind: "crossover", difference: 0, sdWithin: 1 }, 20, simulation);
		expect(Math.abs(power - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / STUDIES));
	});

	it("is the same again with the same seed", () => {
		const assumed = { kind: "crossover", difference: 5, sdWithin: 20 } as const;
		expect(powerOf(assumed, 24, simulation)).toEqual(powerOf(assumed, 24, simulation));
	});
});

describe("the power of a parallel contrast", () => {
	// The noncentral t distribution gives 0.8015 for d = 0.5 and 64 in each group.
	it("is the closed form's for a standardised difference of 0.5 and 128 participants", () => {
		const { power } = powerOf({ kind: "parallel", difference: 0.5, sd: 1 }, 128, simulation);
		expect(Math.abs(power - 0.8015)).toBeLessThan(NEAR);
	});
});

describe("the power of a ranking contrast", () => {
	it("is near Wald's for two arms, whose log-odds have the variance 1 / (n p q)", () => {
		const [worth, n] = [0.7, 80];
		const p = 1 / (1 + Math.exp(-worth));
		const expected = normalCdf(worth * Math.sqrt(n * p * (1 - p)) - 1.959964);
		const { power } = powerOf({ kind: "ranking", logWorths: [worth, 0] }, n, { ...simulation, studies: 400 });
		expect(Math.abs(power - expected)).toBeLessThan(4 * Math.sqrt(0.25 / 400));
	});
});

describe("the power of comparisons", () => {
	it("is near the binomial's for one comparison by each participant", () => {
		const assumed = { kind: "comparison", wins: 0.64, spread: 0, comparisons: 1 } as const;
		expect(Math.abs(powerOf(assumed, 100, simulation).power - binomialPower(100, 0.64))).toBeLessThan(NEAR);
	});

	it("is at most the level of the test where people differ and arms do not", () => {
		const { power } = powerOf({ kind: "comparison", wins: 0.5, spread: 1, comparisons: 4 }, 40, simulation);
		expect(Math.abs(power - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / STUDIES));
	});

	it("is smaller where people differ more, for the same share of wins", () => {
		const at = (spread: number) =>
			powerOf({ kind: "comparison", wins: 0.6, spread, comparisons: 6 }, 40, simulation).power;
		expect(at(0)).toBeGreaterThan(at(2) + 0.1);
	});
});

/** The chance that a binomial count is further from its middle than the test asks. */
function binomialPower(n: number, p: number): number {
	const least = 1.984216952 * Math.sqrt(n);
	let [total, chance] = [0, (1 - p) ** n];
	for (let won = 0; won <= n; won += 1) {
		if (Math.abs(2 * won - n) > least) total += chance;
		chance *= ((n - won) / (won + 1)) * (p / (1 - p));
	}
	return total;
}

describe("the number of participants", () => {
	it("is the smallest multiple of the square with the power", () => {
		const assumed = { kind: "crossover", difference: 0.5 * Math.SQRT2, sdWithin: 1 } as const;
		const search = { ...simulation, power: 0.8, step: 6, most: 600 };
		const { needed, tried } = participantsFor(assumed, search);
		// The closed form needs 34.
		expect(needed?.participants).toBe(36);
		expect(tried.every(({ participants }) => participants % 6 === 0)).toBe(true);
	});

	it("is null if the power cannot be reached", () => {
		const assumed = { kind: "crossover", difference: 0, sdWithin: 1 } as const;
		expect(participantsFor(assumed, { ...simulation, studies: 200, power: 0.8, step: 4, most: 64 }).needed).toBeNull();
	});
});
