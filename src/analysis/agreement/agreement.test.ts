import { describe, expect, it } from "vitest";
import { unlessQuick } from "../../../test/support/cases.ts";
import { expectClose, golden } from "../../../test/support/golden/golden.ts";
import { seedOf } from "../../../test/support/randomisation/trial.ts";
import { randomStream } from "../../randomisation/draw/generator.ts";
import { fisherExact } from "../checks/fisher-exact.ts";
import type { Missing } from "../inference/coefficients.ts";
import { range } from "../numeric/arrays.ts";
import { chiSquareUpper } from "../numeric/distributions.ts";
import { welch } from "./feature-differences.ts";
import { kendall, tauB } from "./kendall.ts";
import { alphaInterval, type Judgements, krippendorffAlpha, type Scale } from "./krippendorff.ts";
import { accuracy, calibrationError, pairedT, pearson, varianceRatio } from "./pairs.ts";
import { positionShares } from "./position-shares.ts";
import { rankingAgreement, sameFavourite, selfConsistency } from "./ranking-agreement.ts";

type PairCase = {
	one: number[];
	other: number[];
	r: number;
	lower: number;
	upper: number;
	rP: number;
	t: number;
	df: number;
	p: number;
	ratio: number;
	ratioP: number;
	tau: number;
	z: number;
	tauP: number;
	welch: { t: number; df: number; p: number; lower: number; upper: number };
};
type Cases = {
	pairs: PairCase[];
	fisher: { table: number[][]; p: number }[];
	krippendorff: { units: Judgements; alpha: Record<Scale, number> };
};

const [cases] = golden<Cases>("agreement");
if (!cases) throw new Error("no goldens");

/** Fails the test if the result is missing. */
function present<T extends object>(found: T): Exclude<T, Missing> {
	if ("missing" in found) throw new Error(String(found.missing));
	return found as Exclude<T, Missing>;
}

describe.each(cases.pairs.map((one, index) => ({ ...one, index })))("pairs $index", (wanted) => {
	const pairs = { one: wanted.one, other: wanted.other };

	it("have R's correlation, paired t, variance ratio and Welch test", () => {
		const r = present(pearson(pairs));
		expectClose(r.r, wanted.r, "r", 1e-10);
		expectClose(r.lower, wanted.lower, "lower", 1e-9);
		expectClose(r.upper, wanted.upper, "upper", 1e-9);
		expectClose(r.p, wanted.rP, "p", 1e-9);
		const t = present(pairedT(pairs));
		expectClose(t.t, wanted.t, "t", 1e-9);
		expect(t.df).toBe(wanted.df);
		expectClose(t.p, wanted.p, "p", 1e-9);
		const ratio = present(varianceRatio(pairs));
		expectClose(ratio.ratio, wanted.ratio, "ratio", 1e-9);
		expectClose(ratio.p, wanted.ratioP, "ratio p", 1e-9);
		const difference = present(welch(wanted.one, wanted.other));
		expectClose(difference.df, wanted.welch.df, "df", 1e-9);
		expectClose(difference.p, wanted.welch.p, "p", 1e-9);
		expectClose(difference.lower, wanted.welch.lower, "lower", 1e-9);
	});

	it("have R's tau-b, with ties", () => {
		const found = present(kendall(wanted.one, wanted.other));
		expectClose(found.tau, wanted.tau, "tau", 1e-10);
		expectClose(found.z, wanted.z, "z", 1e-9);
		expectClose(found.p, wanted.tauP, "p", 1e-9);
	});
});

describe.each(unlessQuick(cases.fisher, cases.fisher.slice(0, 1)))("Fisher's exact test of $table", ({ table, p }) => {
	it("has R's p-value, listed or drawn", () => {
		const sampling = { draws: 4000, stream: randomStream(seedOf(3), ["fisher"]) };
		const found = present(fisherExact(table, sampling));
		// Drawn p-values must be within 4 Monte Carlo standard errors.
		const within = found.tables === "all" ? 1e-7 : 4 * Math.sqrt((p * (1 - p)) / sampling.draws);
		expectClose(found.p, p, "p", within);
	});
});

describe("Fisher's exact test of large tables", () => {
	const sampling = () => ({ draws: 10_000, stream: randomStream(seedOf(5), ["fisher", "large"]) });

	it("draws tables if there are too many to list, and comes close to the chi-squared test with many people", () => {
		const table = [
			[1300, 1310, 1290, 1350],
			[1320, 1295, 1310, 1325],
			[1345, 1280, 1320, 1305],
			[1290, 1330, 1300, 1330],
		];
		const found = present(fisherExact(table, sampling()));
		expect(found.tables).toBe(10_000);
		const total = table.flat().reduce((sum, count) => sum + count, 0);
		const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
		const columns = range(4).map((column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
		const statistic = table.reduce(
			(sum, row, i) =>
				sum +
				row.reduce((inner, count, j) => {
					const expected = ((rows[i] ?? 0) * (columns[j] ?? 0)) / total;
					return inner + (count - expected) ** 2 / expected;
				}, 0),
			0,
		);
		const p = chiSquareUpper(statistic, 9);
		expect(Math.abs(found.p - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / 10_000));
	});

	it("lists the tables of many people of whom few left", () => {
		const table = [
			[12, 5288],
			[9, 5291],
			[15, 5285],
			[8, 5292],
		];
		const found = present(fisherExact(table, sampling()));
		expect(found.tables).toBe("all");
		// The chi-squared test has 0.43.
		expect(found.p).toBeGreaterThan(0.3);
		expect(found.p).toBeLessThan(0.6);
	});
});

describe("Krippendorff's alpha", () => {
	const { units, alpha } = cases.krippendorff;

	it.each(Object.entries(alpha))("equals his published value for %s data", (scale, value) => {
		expect(present(krippendorffAlpha(units, scale as Scale)).alpha).toBeCloseTo(value, 3);
	});

	it("has an interval that contains it", () => {
		const interval = alphaInterval(units, "nominal", { draws: 300, stream: randomStream(seedOf(4), ["alpha"]) });
		expect(interval?.lower).toBeLessThan(0.743);
		expect(interval?.upper).toBeGreaterThan(0.743);
	});

	it("is missing if all judgements are the same, or no unit has two", () => {
		expect(
			krippendorffAlpha(
				[
					[1, 1],
					[1, 1],
				],
				"nominal",
			),
		).toEqual({ missing: expect.stringContaining("All judgements are the same") });
		expect(
			krippendorffAlpha(
				[
					[1, null],
					[null, 2],
				],
				"interval",
			),
		).toEqual({ missing: expect.stringContaining("No unit") });
	});
});

describe("two rankings of the same items", () => {
	it("share a favourite fully, partly, or not", () => {
		expect(sameFavourite({ one: [1, 2, 3], other: [1, 3, 2] })).toBe(1);
		expect(sameFavourite({ one: [1, 1, 3], other: [1, 2, 3] })).toBe(0.5);
		expect(sameFavourite({ one: [1, 2, 3], other: [3, 1, 2] })).toBe(0);
	});

	it("agree by chance with probability one by the number of items", () => {
		const orders = [
			[1, 2, 3],
			[1, 3, 2],
			[2, 1, 3],
			[2, 3, 1],
			[3, 1, 2],
			[3, 2, 1],
		];
		for (const one of [
			[1, 2, 3],
			[1, 1, 2],
			[1, 1, 1],
		]) {
			const shares = orders.map((other) => sameFavourite({ one, other }));
			expect(shares.reduce((total, share) => total + share, 0) / orders.length).toBeCloseTo(1 / 3, 12);
		}
	});

	it("have no tau if one is all ties, and count such pairs", () => {
		const found = rankingAgreement([
			{ one: [1, 2], other: [1, 2] },
			{ one: [1, 2], other: [2, 1] },
			{ one: [1, 1], other: [1, 2] },
		]);
		expect(found.withoutTau).toBe(1);
		expect(found.tau).toMatchObject({ estimate: 0, n: 2 });
		expect(found.topOne).toMatchObject({ estimate: 0.5, n: 3 });
		expect(tauB([1, 1, 1], [1, 2, 3])).toBeNull();
	});

	it("have the self-consistency of their repeats", () => {
		const found = selfConsistency([
			[
				[1, 2, 3],
				[1, 2, 3],
				[1, 2, 3],
			],
			[
				[1, 2, 3],
				[3, 2, 1],
			],
			[[2, 1, 3]],
		]);
		expect(found.tau).toMatchObject({ estimate: 0, n: 2 });
		expect(found.topOne).toMatchObject({ estimate: 0.5, n: 2 });
	});
});

describe("positions", () => {
	it("have shares, Wilson's intervals and Pearson's test", () => {
		const found = positionShares(
			[...Array(30).fill(1), ...Array(10).fill(2), ...Array(20).fill(3), ...Array(20).fill(4)],
			4,
		);
		expect(found?.shares.map(({ share }) => share)).toEqual([0.375, 0.125, 0.25, 0.25]);
		expect(found?.chiSquare).toBeCloseTo(10, 12);
		expect(found?.p).toBeCloseTo(0.01856613546, 9);
		expect(found?.shares[0]?.lower).toBeCloseTo(0.276941787, 8);
		expect(positionShares([], 4)).toBeNull();
	});
});

describe("accuracy and calibration", () => {
	const pairs = { one: [0, 50, 100], other: [10, 50, 80] };

	it("use the range of the scale, or of all values", () => {
		expect(accuracy(pairs, [0, 200])).toMatchObject({ accuracy: 0.95 });
		expect(accuracy(pairs)).toMatchObject({ accuracy: 0.9, range: [0, 100] });
		expect(accuracy({ one: [5, 5], other: [5, 5] })).toEqual({ missing: expect.stringContaining("State the range") });
	});

	it("measure the distance between predictions and outcomes bin by bin", () => {
		expect(calibrationError([5, 15, 95], [0, 20, 100], [0, 100])).toBeCloseTo(0.05, 12);
		expect(calibrationError([50, 50], [0, 100], [0, 100])).toBe(0);
		expect(calibrationError([], [], [0, 1])).toBeNull();
	});
});

describe("a comparison that is not possible", () => {
	it.each([
		["three pairs", pearson({ one: [1, 2, 3], other: [1, 2, 4] }), /needs 4 pairs, and there are 3/],
		["a constant side", pearson({ one: [1, 1, 1, 1], other: [1, 2, 3, 4] }), /no correlation/],
		["equal differences", pairedT({ one: [1, 2, 3], other: [2, 3, 4] }), /All differences are the same/],
		["a constant second side", varianceRatio({ one: [1, 2], other: [3, 3] }), /does not vary/],
		["nothing but ties", kendall([1, 1, 1], [1, 2, 3]), /nothing but ties/],
		["one column", fisherExact([[3], [4]], { draws: 1, stream: randomStream(seedOf(1), ["x"]) }), /nothing to compare/],
	])("is missing with its reason: %s", (_, found, message) => {
		expect(found).toEqual({ missing: expect.stringMatching(message) });
	});
	it("is never a number", () => {
		expect(range(3).map((n) => rankingAgreement(range(n).map(() => ({ one: [1, 2], other: [1, 2] }))).tau)).toEqual(
			range(3).map(() => ({ missing: expect.any(String) })),
		);
	});
});
