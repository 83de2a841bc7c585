import { describe, expect, it } from "vitest";
import { expectClose, golden, goldenData } from "../../../test/support/golden/golden.ts";
import { seedOf } from "../../../test/support/randomisation/trial.ts";
import { randomStream, shuffle } from "../../randomisation/draw/generator.ts";
import { range } from "../numeric/arrays.ts";
import { tableOf } from "../table/table.ts";
import { fitRankings, type RankingFit } from "./fit-rankings.ts";
import { withCovariates } from "./item-covariates.ts";
import type { RankingData } from "./rankings.ts";
import { readRankings } from "./read-rankings.ts";
import { robustCovariance } from "./robust-rankings.ts";
import { worthsOf } from "./worths.ts";

type Case = {
	name: string;
	data: string;
	weights: string | null;
	pseudo: number;
	items: string[];
	worths: number[];
	se: number[];
	ties?: number[];
	quasi: number[] | null;
	logLik?: number;
};

function dataOf(name: string, weights: string | null = null): RankingData {
	const data = readRankings(goldenData(name), weights === null ? {} : { weights });
	if (!data.ok) throw new Error(data.error);
	return data.value;
}

describe.each(golden<Case>("rankings"))("$name on $data", (wanted) => {
	const fit = fitRankings(dataOf(wanted.data, wanted.weights), { pseudo: wanted.pseudo });

	it("has R's worths, errors, ties and quasi-standard errors", () => {
		const worths = worthsOf(fit, wanted.items[0] ?? null);
		wanted.items.forEach((item, index) => {
			const found = worths.find((one) => one.item === item);
			expectClose(found?.worth, wanted.worths[index] ?? Number.NaN, `worth of ${item}`);
			expectClose(found?.se, wanted.se[index] ?? Number.NaN, `se of ${item}`);
			if (wanted.quasi) expectClose(found?.quasiSe, wanted.quasi[index] ?? Number.NaN, `quasi se of ${item}`);
		});
		wanted.ties?.forEach((tie, index) => {
			expectClose(fit.estimates[fit.data.items.length - 1 + index], tie, `tie ${index}`);
		});
		if (wanted.logLik !== undefined) expectClose(fit.logLik, wanted.logLik, "log likelihood");
	});
});

type Exploded = {
	name: string;
	data: string;
	covariates: string | null;
	terms: string[];
	estimates: number[];
	se: number[];
	robust: number[];
	participants: number;
	logLik: number;
};

describe.each(golden<Exploded>("exploded"))("the exploded logit of $name", (wanted) => {
	const read = dataOf(wanted.data);
	const { data, covariates } =
		wanted.covariates === null
			? { data: read, covariates: null }
			: withCovariates(read, goldenData(wanted.data), wanted.covariates);
	const fit = fitRankings(data, covariates ? { covariates } : {});

	it("has coxph's estimates, errors and likelihood", () => {
		expect(fit.names).toEqual(wanted.terms);
		wanted.terms.forEach((term, index) => {
			expectClose(fit.estimates[index], wanted.estimates[index] ?? Number.NaN, term);
			expectClose(Math.sqrt(fit.covariance.get(index, index)), wanted.se[index] ?? Number.NaN, `se of ${term}`);
		});
		expectClose(fit.logLik, wanted.logLik, "log likelihood");
	});

	it("has coxph's errors clustered by participant, times G / (G - 1)", () => {
		const robust = robustCovariance(fit);
		const correction = Math.sqrt(wanted.participants / (wanted.participants - 1));
		wanted.robust.forEach((se, index) => {
			expectClose(
				Math.sqrt(robust?.get(index, index) ?? Number.NaN),
				se * correction,
				`robust se of ${wanted.terms[index]}`,
			);
		});
	});
});

const worthList = (fit: RankingFit): number[] => [...fit.estimates];

describe("ranked and paired forms", () => {
	it("agree for rankings of two", () => {
		const winner = ["a", "b", "a", "c", "b", "c", "a", "a", "c", "b"];
		const loser = ["b", "a", "c", "a", "c", "b", "b", "c", "b", "a"];
		const paired = readRankings(tableOf({ winner, loser }));
		const long = readRankings(
			tableOf({
				ranking: range(20).map((row) => Math.floor(row / 2)),
				item: range(20).map((row) => (row % 2 === 0 ? winner : loser)[Math.floor(row / 2)] ?? ""),
				rank: range(20).map((row) => (row % 2) + 1),
			}),
		);
		const wide = readRankings(tableOf({ first: winner, second: loser }));
		if (!paired.ok || !long.ok || !wide.ok) throw new Error("unreadable");
		const [one, other, third] = [paired.value, long.value, wide.value].map((data) => worthList(fitRankings(data)));
		expect(other).toEqual(one);
		expect(third).toEqual(one);
	});

	it("do not depend on the reference, the order of rows, or whether a ranking is repeated or weighted", () => {
		const data = dataOf("salad");
		const fit = fitRankings(data);
		const shuffled = fitRankings({ ...data, rankings: shuffle(randomStream(seedOf(2), ["rows"]), data.rankings) });
		const doubled = fitRankings({ ...data, rankings: data.rankings.map((ranking) => ({ ...ranking, weight: 2 })) });
		expect(worthList(shuffled)).toEqual(worthList(fit).map((value) => expect.closeTo(value, 9)));
		expect(worthList(doubled)).toEqual(worthList(fit).map((value) => expect.closeTo(value, 9)));
		const [fromA, fromC] = ["A", "C"].map((reference) => worthsOf(fit, reference));
		const difference = (worths: typeof fromA, one: number, other: number) =>
			(worths?.[one]?.worth ?? 0) - (worths?.[other]?.worth ?? 0);
		expect(difference(fromA, 1, 3)).toBeCloseTo(difference(fromC, 1, 3), 12);
		expect(worthsOf(fit, null).reduce((total, { worth }) => total + worth, 0)).toBeCloseTo(0, 12);
	});
});

describe("rankings without finite worths", () => {
	const wide = (rows: string[][]): RankingData => {
		const columns = Object.fromEntries(
			["first", "second", "third"].map((name, place) => [name, rows.map((row) => row[place] ?? null)]),
		);
		const data = readRankings(tableOf(columns));
		if (!data.ok) throw new Error(data.error);
		return data.value;
	};

	it.each([
		[
			"an item that always wins",
			[
				["a", "b", "c"],
				["a", "c", "b"],
			],
			/\{a\} > \{b, c\}/,
		],
		[
			"sets that never meet",
			[
				["a", "b"],
				["b", "a"],
				["c", "d"],
				["d", "c"],
			],
			/No comparison links \{a, b\} and \{c, d\}/,
		],
		["all ties", [["a = b"], ["b = c"], ["a = c"]], /All items are tied in every ranking/],
		["one ranking", [["a", "b", "c"]], /\{a\} > \{b\} > \{c\}/],
	])("with %s give the reason", (_, rows, message) => {
		expect(() => fitRankings(wide(rows))).toThrow(message);
	});

	it("have finite worths with pseudo-comparisons", () => {
		const fit = fitRankings(
			wide([
				["a", "b", "c"],
				["a", "c", "b"],
			]),
			{ pseudo: 0.5 },
		);
		expect(worthsOf(fit, "b").every(({ worth, se }) => Number.isFinite(worth) && Number.isFinite(se))).toBe(true);
	});

	it.each([
		[{ ranking: [1, 1], item: ["a", "a"], rank: [1, 2] }, /has the item "a" twice/],
		[{ ranking: [1, 2], item: ["a", "b"], rank: [1, 1] }, /nothing is compared/],
		[{ ranking: [1, 1], item: ["a", "b"], rank: ["best", "worst"] }, /must have numbers/],
		[{ who: [1], what: ["a"] }, /Rankings need the columns/],
	])("are refused if they are malformed: %#", (columns, message) => {
		expect(readRankings(tableOf(columns))).toEqual({ ok: false, error: expect.stringMatching(message) });
	});

	it("name a covariate that separates the choices", () => {
		const rows = range(40);
		const table = tableOf({
			ranking: rows.map((row) => Math.floor(row / 2)),
			item: rows.map((row) => (Math.floor(row / 4) % 2 === row % 2 ? "a" : "b")),
			rank: rows.map((row) => (row % 2) + 1),
			length: rows.map((row) => 100 - (row % 2) * 10),
		});
		const data = readRankings(table);
		if (!data.ok) throw new Error(data.error);
		const { data: complete, covariates } = withCovariates(data.value, table, "length");
		expect(() => fitRankings(complete, { covariates })).toThrow(/separate the choices/);
	});
});
