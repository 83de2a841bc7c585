import { asFactor } from "../../../src/analysis/formula/complete-rows.ts";
import { frameOf } from "../../../src/analysis/formula/model-frame.ts";
import {
	combinationInference,
	inferenceOf,
	type LinearEstimates,
} from "../../../src/analysis/inference/coefficients.ts";
import { jointTest } from "../../../src/analysis/inference/joint-test.ts";
import { marginalMeans } from "../../../src/analysis/inference/marginal-means.ts";
import { fitLogistic } from "../../../src/analysis/likelihood/logistic.ts";
import { fitOrdinal } from "../../../src/analysis/likelihood/ordinal.ts";
import { withClusters } from "../../../src/analysis/likelihood/sandwich.ts";
import { clusterRobust } from "../../../src/analysis/linear/cluster-robust.ts";
import { fitLeastSquares } from "../../../src/analysis/linear/least-squares.ts";
import { fitMixed } from "../../../src/analysis/mixed/fit.ts";
import { bootstrapMixed } from "../../../src/analysis/mixed/mixed-bootstrap.ts";
import { range } from "../../../src/analysis/numeric/arrays.ts";
import { percentileInterval } from "../../../src/analysis/numeric/bootstrap.ts";
import { normalQuantile } from "../../../src/analysis/numeric/distributions.ts";
import { fitRankings } from "../../../src/analysis/rankings/fit-rankings.ts";
import type { RankingData } from "../../../src/analysis/rankings/rankings.ts";
import { bootstrapRankings, robustCovariance } from "../../../src/analysis/rankings/robust-rankings.ts";
import { tableOf } from "../../../src/analysis/table/table.ts";
import { type RandomStream, randomStream } from "../../../src/randomisation/draw/generator.ts";
import { seedOf } from "../randomisation/trial.ts";

/** Simulated studies with a known truth. Each reports whether an interval contains the truth, or whether a test rejects it. */
export type Scenario = {
	readonly name: string;
	/** The expected share of successes. */
	readonly nominal: number;
	/** Null if this study has no estimate, for example because an item always wins. */
	readonly holds: (stream: RandomStream) => boolean | null;
	/** The number of studies that are drawn. */
	readonly isBootstrap?: true;
};

export type Frequency = {
	readonly share: number;
	readonly error: number;
	readonly n: number;
	readonly withoutEstimate: number;
};

/** The share of `n` studies in which a scenario holds, with the Monte Carlo standard error of the expected share. */
export function frequencyOf({ name, nominal, holds }: Scenario, n: number): Frequency {
	const found = range(n).map((study) => holds(randomStream(seedOf(study), ["known truth", name])));
	const known = found.filter((held) => held !== null);
	return {
		share: known.filter((held) => held).length / known.length,
		error: Math.sqrt((nominal * (1 - nominal)) / known.length),
		n: known.length,
		withoutEstimate: n - known.length,
	};
}

const uniform = (stream: RandomStream): number => (stream.word() + 0.5) / 2 ** 32;
const normal = (stream: RandomStream): number => normalQuantile(uniform(stream));

const ARMS = ["A", "B", "C", "D"];
const EFFECT = 3;

type Ratings = { participant: string[]; arm: string[]; period: number[]; liking: number[] };

/** Each participant meets four arms in a rotated order, rates twice, and differs from others in level and in what they see in B. */
function ratings(
	stream: RandomStream,
	{ people, effect, slope, leaves }: { people: number; effect: number; slope: number; leaves: boolean },
): Ratings {
	const rows: Ratings = { participant: [], arm: [], period: [], liking: [] };
	for (const person of range(people)) {
		const [level, taste] = [8 * normal(stream), slope * normal(stream)];
		let last = 60;
		for (const period of range(4)) {
			// Missing at random: the lower the last rating, the likelier the person leaves.
			if (leaves && period > 0 && uniform(stream) < 0.35 / (1 + Math.exp((last - 55) / 6))) break;
			const arm = ARMS[(period + person) % 4] ?? "A";
			for (const _ of range(2)) {
				last = 60 + level + (arm === "B" ? effect + taste : 0) + 0.5 * period + 6 * normal(stream);
				rows.participant.push(`p${person}`);
				rows.arm.push(arm);
				rows.period.push(period);
				rows.liking.push(last);
			}
		}
	}
	return rows;
}

/** Whether the interval contains the coefficient's true value. */
function covers(fit: LinearEstimates, name: string, truth: number): boolean {
	const weights = new Float64Array(fit.kept.length);
	weights[fit.kept.indexOf(fit.names.indexOf(name))] = 1;
	const row = combinationInference(fit, weights);
	return !("missing" in row) && row.lower <= truth && truth <= row.upper;
}

const MODEL = "liking ~ arm + period + (1 | participant)";

const mixedCovers =
	(people: number, slope: number, leaves: boolean, formula = MODEL) =>
	(stream: RandomStream): boolean =>
		covers(
			fitMixed(frameOf(formula, tableOf(ratings(stream, { people, effect: EFFECT, slope, leaves })))),
			"armB",
			EFFECT,
		);

function armTestRejects(stream: RandomStream): boolean {
	const fit = fitMixed(frameOf(MODEL, tableOf(ratings(stream, { people: 24, effect: 0, slope: 0, leaves: false }))));
	const means = marginalMeans(fit, ["arm"]);
	if (!means.ok) throw new Error(means.error);
	const [first, ...others] = means.value;
	const test = jointTest(
		fit,
		others.map(({ weights }) => weights.map((weight, index) => weight - (first?.weights[index] ?? 0))),
	);
	return !("missing" in test) && test.p < 0.05;
}

function robustCovers(stream: RandomStream): boolean {
	const table = tableOf(ratings(stream, { people: 24, effect: EFFECT, slope: 6, leaves: false }));
	const frame = frameOf("liking ~ arm + period", table, ["participant"]);
	const clusters = asFactor(frame.extras.get("participant") ?? { kind: "text", values: [] });
	return covers(clusterRobust(fitLeastSquares(frame), clusters, "CR2"), "armB", EFFECT);
}

function bootstrapCovers(stream: RandomStream): boolean {
	const table = tableOf(ratings(stream, { people: 60, effect: EFFECT, slope: 4, leaves: false }));
	const frame = frameOf(MODEL, table, ["participant"]);
	const fit = fitMixed(frame);
	const clusters = asFactor(frame.extras.get("participant") ?? { kind: "text", values: [] });
	const place = fit.names.indexOf("armB");
	const { values } = bootstrapMixed(fit, clusters, 199, stream);
	const interval = percentileInterval(values.map((draw) => draw[place] ?? Number.NaN));
	return interval !== null && interval.lower <= EFFECT && EFFECT <= interval.upper;
}

/** Answers with two or five levels that depend on the person, but not on the arm. */
function nullAnswers(stream: RandomStream, people: number) {
	const rows = range(people).flatMap((person) => {
		const level = 1.2 * normal(stream);
		return range(12).map((row) => {
			const latent = level + Math.log(1 / uniform(stream) - 1);
			return {
				participant: `p${person}`,
				arm: ARMS[row % 2] ?? "A",
				yes: Number(latent > 0.3),
				steps: [-2, -0.5, 0.5, 2].filter((cut) => latent > cut).length,
			};
		});
	});
	return tableOf({
		participant: rows.map(({ participant }) => participant),
		arm: rows.map(({ arm }) => arm),
		yes: rows.map(({ yes }) => yes),
		steps: rows.map(({ steps }) => steps),
	});
}

const likelihoodRejects =
	(formula: string, fitOf: typeof fitLogistic) =>
	(stream: RandomStream): boolean | null => {
		const frame = frameOf(formula, nullAnswers(stream, 24), ["participant"]);
		const fit = withClusters(fitOf(frame), asFactor(frame.extras.get("participant") ?? { kind: "text", values: [] }));
		return !covers(fit, "armB", 0);
	};

const WORTHS = [0, 0.4, 0.8, -0.5];

/** A ranking drawn stage by stage from the worths, with ties of prevalence `tie` (0 for none). */
export function drawnRanking(stream: RandomStream, tie: number): number[][] {
	let left = range(WORTHS.length);
	const groups: number[][] = [];
	while (left.length > 1) {
		const pairs = tie > 0 ? left.flatMap((one, index) => left.slice(index + 1).map((other) => [one, other])) : [];
		const sets = [...left.map((item) => [item]), ...pairs];
		const odds = sets.map(
			(set) =>
				(set.length > 1 ? tie : 1) * Math.exp(set.reduce((sum, item) => sum + (WORTHS[item] ?? 0), 0) / set.length),
		);
		const chosen = sets[drawnIndex(stream, odds)] ?? left;
		groups.push(chosen);
		left = left.filter((item) => !chosen.includes(item));
	}
	return left.length > 0 ? [...groups, left] : groups;
}

/** An index with these odds. */
function drawnIndex(stream: RandomStream, odds: readonly number[]): number {
	let rest = uniform(stream) * odds.reduce((sum, one) => sum + one, 0);
	return odds.findIndex((one) => {
		rest -= one;
		return rest <= 0;
	});
}

/** Writes each participant's ranking `times` times, to test that repeats add no information. */
function rankingData(stream: RandomStream, people: number, tie: number, times: number): RankingData {
	const rankings = range(people).flatMap((participant) => {
		const groups = drawnRanking(stream, tie);
		return range(times).map(() => ({ participant, weight: 1, groups, rows: groups }));
	});
	return {
		items: ["a", "b", "c", "d"],
		participants: range(people).map((person) => `p${person}`),
		rankings,
		notes: [],
	};
}

const TRUTH = (WORTHS[2] ?? 0) - (WORTHS[0] ?? 0);

const worthCovers =
	(people: number, tie: number, times: number, robust: boolean) =>
	(stream: RandomStream): boolean | null => {
		const data = rankingData(stream, people, tie, times);
		try {
			const fit = fitRankings(data);
			const covariance = robust ? robustCovariance(fit) : fit.covariance;
			const df = robust ? people - 1 : Number.POSITIVE_INFINITY;
			const row = inferenceOf(fit.estimates[1] ?? Number.NaN, Math.sqrt(covariance?.get(1, 1) ?? Number.NaN), df);
			return !("missing" in row) && row.lower <= TRUTH && TRUTH <= row.upper;
		} catch {
			return null;
		}
	};

function worthBootstrapCovers(stream: RandomStream): boolean | null {
	const fit = fitRankings(rankingData(stream, 60, 0, 1));
	const { values } = bootstrapRankings(fit, 199, stream);
	const interval = percentileInterval(values.map(([, worth = Number.NaN]) => worth));
	return interval && interval.lower <= TRUTH && TRUTH <= interval.upper;
}

export const SCENARIOS: readonly Scenario[] = [
	{
		name: "mixed model, 24 participants: interval of an arm's effect",
		nominal: 0.95,
		holds: mixedCovers(24, 0, false),
	},
	{
		name: "mixed model, 60 participants of whom a third leave after low ratings",
		nominal: 0.95,
		holds: mixedCovers(60, 0, true),
	},
	{
		name: "mixed model with random slopes, 24 participants",
		nominal: 0.95,
		holds: mixedCovers(24, 6, false, 'liking ~ arm + period + (I(arm == "B") | participant)'),
	},
	{ name: "mixed model, 24 participants: test of four equal arms rejects", nominal: 0.05, holds: armTestRejects },
	{ name: "least squares with CR2 errors, 24 participants with random slopes", nominal: 0.95, holds: robustCovers },
	{
		name: "participant bootstrap of a mixed model, 60 participants, 199 draws",
		nominal: 0.95,
		holds: bootstrapCovers,
		isBootstrap: true,
	},
	{
		name: "logistic model with clustered errors, 24 participants: test of equal arms rejects",
		nominal: 0.05,
		holds: likelihoodRejects("yes ~ arm", fitLogistic),
	},
	{
		name: "ordinal model with clustered errors, 24 participants: test of equal arms rejects",
		nominal: 0.05,
		holds: likelihoodRejects("steps ~ arm", fitOrdinal),
	},
	{
		name: "Plackett-Luce, 24 rankings of four: interval of a difference of worths",
		nominal: 0.95,
		holds: worthCovers(24, 0, 1, false),
	},
	{ name: "Plackett-Luce with ties, 60 rankings", nominal: 0.95, holds: worthCovers(60, 0.5, 1, false) },
	{
		name: "Plackett-Luce, 60 participants who repeat their ranking: clustered errors",
		nominal: 0.95,
		holds: worthCovers(60, 0, 3, true),
	},
	{
		name: "participant bootstrap of Plackett-Luce, 60 rankings, 199 draws",
		nominal: 0.95,
		holds: worthBootstrapCovers,
		isBootstrap: true,
	},
];
