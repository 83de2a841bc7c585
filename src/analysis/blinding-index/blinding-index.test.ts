import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
import { bangIndex, type GuessTable, jamesIndex } from "./blinding-index.ts";

/** Rows are the actual arms, columns the guessed ones. */
const table = (guesses: number[][], unknown: number[]): GuessTable => ({ guesses, unknown });

/** CRISP, table 7 of Bang, Ni and Davis (2004): lovastatin and placebo. */
const CRISP = table(
	[
		[82, 25],
		[27, 29],
	],
	[170, 83],
);
/** Investigators of the SOX trial, table 2 of Houweling and others (2014, Clinical Trials 11:547-552). */
const SOX = table(
	[
		[48, 4],
		[22, 30],
	],
	[330, 319],
);

describe("published examples", () => {
	it("CRISP: Bang 0.21 and 0.01, one-sided limits 0.15 to 0.26 and -0.07 to 0.10; James 0.75", () => {
		const limits = [0, 1].map((arm) => {
			const { estimate, standardError } = bangIndex(CRISP, arm) ?? never();
			return [estimate, estimate - 1.645 * standardError, estimate + 1.645 * standardError].map((one) =>
				one.toFixed(2),
			);
		});
		expect(limits).toEqual([
			["0.21", "0.15", "0.26"],
			["0.01", "-0.07", "0.10"],
		]);
		expect(jamesIndex(CRISP)?.estimate.toFixed(2)).toBe("0.75");
	});

	it("SOX: Bang 0.115 (0.080 to 0.150) and 0.022 (-0.016 to 0.060), James 0.896 (0.875 to 0.918), as the R package BI has them", () => {
		const rounded = (index: ReturnType<typeof jamesIndex>) =>
			index && [index.estimate, index.standardError, index.lower, index.upper].map((one) => Number(one.toFixed(3)));
		expect(rounded(bangIndex(SOX, 0))).toEqual([0.115, 0.018, 0.08, 0.15]);
		expect(rounded(bangIndex(SOX, 1))).toEqual([0.022, 0.019, -0.016, 0.06]);
		expect(rounded(jamesIndex(SOX))).toEqual([0.896, 0.011, 0.875, 0.918]);
	});
});

const arms = fc.integer({ min: 2, max: 5 });
const drawn = arms.chain((k) =>
	fc.record({
		guesses: fc.array(fc.array(fc.nat(40), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }),
		unknown: fc.array(fc.nat(40), { minLength: k, maxLength: k }),
	}),
);
const check = (property: fc.IProperty<[GuessTable]>) => fc.assert(property, { seed: 20260501, numRuns: cases(500) });

describe("Bang's index", () => {
	it("is 1 if all guesses are right, and -1/(k - 1) if all are wrong", () => {
		const right = table(
			[
				[9, 0, 0],
				[0, 9, 0],
				[0, 0, 9],
			],
			[0, 0, 0],
		);
		const wrong = table(
			[
				[0, 5, 4],
				[9, 0, 0],
				[0, 9, 0],
			],
			[0, 0, 0],
		);
		expect(bangIndex(right, 1)).toMatchObject({ estimate: 1, standardError: 0 });
		expect(bangIndex(wrong, 0)?.estimate).toBeCloseTo(-0.5, 12);
	});

	it("is 0 if guesses are spread evenly over the arms, for any number of unknowns", () => {
		for (const k of [2, 3, 4])
			for (const unknown of [0, 7, 1000]) {
				const even = table(
					Array.from({ length: k }, () => Array(k).fill(6)),
					Array(k).fill(unknown),
				);
				expect(bangIndex(even, 0)?.estimate).toBeCloseTo(0, 12);
			}
	});

	it("approaches 0 with more unknowns, and stays within its range", () =>
		check(
			fc.property(drawn, (given) => {
				const index = bangIndex(given, 0);
				if (!index) return;
				const more = { ...given, unknown: given.unknown.map((n) => n + 10) };
				expect(Math.abs(bangIndex(more, 0)?.estimate ?? 0)).toBeLessThanOrEqual(Math.abs(index.estimate) + 1e-12);
				expect(index.estimate).toBeGreaterThanOrEqual(-1 / (given.guesses.length - 1) - 1e-12);
				expect(index.estimate).toBeLessThanOrEqual(1);
			}),
		));

	it("is null without answers", () =>
		expect(
			bangIndex(
				table(
					[
						[0, 0],
						[1, 1],
					],
					[0, 0],
				),
				0,
			),
		).toBeNull());
});

describe("James's index", () => {
	it("is 0 if all guesses are right, 0.5 if they are random, 1 if all are unknown", () => {
		expect(
			jamesIndex(
				table(
					[
						[8, 0],
						[0, 8],
					],
					[0, 0],
				),
			),
		).toMatchObject({ estimate: 0 });
		expect(
			jamesIndex(
				table(
					[
						[8, 8],
						[8, 8],
					],
					[0, 0],
				),
			)?.estimate,
		).toBeCloseTo(0.5, 12);
		expect(
			jamesIndex(
				table(
					[
						[0, 0],
						[0, 0],
					],
					[8, 9],
				),
			),
		).toMatchObject({ estimate: 1, standardError: 0 });
	});

	it("does not depend on the order of the arms", () =>
		check(
			fc.property(drawn, ({ guesses, unknown }) => {
				const turned = {
					guesses: guesses.toReversed().map((row) => row.toReversed()),
					unknown: unknown.toReversed(),
				};
				const [one, other] = [jamesIndex({ guesses, unknown }), jamesIndex(turned)];
				expect(other?.estimate ?? null).toBeCloseTo(one?.estimate ?? Number.NaN, 10);
				expect(other?.standardError ?? null).toBeCloseTo(one?.standardError ?? Number.NaN, 10);
			}),
		));

	it("has an interval that shrinks with the root of the number of participants", () =>
		check(
			fc.property(drawn, (given) => {
				const [one, four] = [given, scaled(given, 4)].map(jamesIndex);
				if (!one || !four) return;
				expect(four.estimate).toBeCloseTo(one.estimate, 10);
				expect(four.standardError).toBeCloseTo(one.standardError / 2, 10);
			}),
		));

	it("has the standard error of a numerical delta method", () =>
		check(
			fc.property(drawn, (given) => {
				const index = jamesIndex(given);
				if (!index || index.standardError === 0) return;
				expect(index.standardError).toBeCloseTo(numericError(given), 5);
			}),
		));

	it("is null if all guesses are of one arm and right", () =>
		expect(
			jamesIndex(
				table(
					[
						[5, 0],
						[0, 0],
					],
					[1, 1],
				),
			),
		).toBeNull());
});

const scaled = ({ guesses, unknown }: GuessTable, by: number): GuessTable => ({
	guesses: guesses.map((row) => row.map((n) => n * by)),
	unknown: unknown.map((n) => n * by),
});

/** The delta method with numerical slopes: the index as a function of the cells' shares. */
function numericError(given: GuessTable): number {
	const k = given.guesses.length;
	const cells = [...given.guesses.flat(), ...given.unknown];
	const n = cells.reduce((total, cell) => total + cell, 0);
	const value = (counts: readonly number[]) => {
		const guesses = Array.from({ length: k }, (_, arm) => counts.slice(arm * k, arm * k + k));
		return jamesIndex({ guesses, unknown: counts.slice(k * k) })?.estimate ?? Number.NaN;
	};
	const step = n * 1e-6;
	const slopes = cells.map((_, at) => {
		const [up, down] = [step, -step].map((by) => value(cells.map((cell, index) => (index === at ? cell + by : cell))));
		return (((up ?? 0) - (down ?? 0)) / (2 * step)) * n;
	});
	const mean = cells.reduce((total, cell, at) => total + (cell / n) * (slopes[at] ?? 0), 0);
	const squares = cells.reduce((total, cell, at) => total + (cell / n) * (slopes[at] ?? 0) ** 2, 0);
	return Math.sqrt(Math.max(0, squares - mean ** 2) / n);
}

function never(): never {
	throw new Error("no index");
}
