import { analysisStream } from "../../commands/bootstrap-rows.ts";
import { FormulaError } from "../../formula/expression.ts";
import { inferenceOf, type Missing } from "../../inference/coefficients.ts";
import { percentileInterval } from "../../numeric/bootstrap.ts";
import { fitRankings, type RankingFit } from "../../rankings/fit-rankings.ts";
import { itemContrasts } from "../../rankings/item-contrasts.ts";
import { withCovariates } from "../../rankings/item-covariates.ts";
import type { RankingData } from "../../rankings/rankings.ts";
import { readRankings } from "../../rankings/read-rankings.ts";
import { bootstrapRankings, robustCovariance } from "../../rankings/robust-rankings.ts";
import { winRates } from "../../rankings/win-rates.ts";
import { worthAt, worthsOf } from "../../rankings/worths.ts";
import { type Estimate, fromInference, isMissing } from "../estimate.ts";
import type { ReportOptions } from "../options.ts";
import type { BootstrapInterval } from "../ratings/rating-model.ts";
import { distinct } from "../ratings/rating-table.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { PlannedAnalysis } from "../tables/study-tables.ts";
import { type RankingQuestion, rankingQuestions } from "./ranking-table.ts";

type About = { readonly question: string; readonly model: RankingKind; readonly given: "prespecified" | "exploratory" };
export type RankingKind =
	| "main"
	| "with length and position"
	| "with length, style and position"
	| "with judged scores";

export type WorthRow = About & { readonly label: string; readonly quasiSe?: number } & Estimate & {
		readonly bootstrap?: BootstrapInterval;
	};
export type CovariateRow = About & {
	readonly term: string;
	/** The factor on the odds of being preferred, with its interval. */
	readonly odds?: { readonly ratio: number; readonly lower: number; readonly upper: number };
} & Estimate;
export type RankingContrast = About & {
	readonly label: string;
	readonly holm?: number;
	readonly bh?: number;
} & Estimate;
export type WinRateRow = { readonly question: string; readonly label: string } & Estimate;

export type Rankings = {
	readonly worths: readonly WorthRow[];
	readonly covariates: readonly CovariateRow[];
	readonly contrasts: readonly RankingContrast[];
	readonly winRates: readonly WinRateRow[];
	readonly notes: readonly { readonly question: string; readonly model: RankingKind; readonly note: string }[];
};

const COVARIATES: Readonly<Record<RankingKind, readonly string[]>> = {
	main: [],
	"with length and position": ["I(length/100)", "position"],
	"with length, style and position": ["I(length/100)", "position", "formatting", "questions"],
	"with judged scores": ["I(length/100)", "position", "formatting", "questions"],
};

export function rankingsOf(pool: PoolTables, planned: readonly PlannedAnalysis[], options: ReportOptions): Rankings {
	const parts = rankingQuestions(pool).flatMap((question) => {
		const isPlanned = planned.some(({ ranking }) => ranking === question.id);
		return KINDS.flatMap((kind) => {
			const given = isPlanned && kind === "main" ? ("prespecified" as const) : ("exploratory" as const);
			return modelOf(question, { question: question.id, model: kind, given }, options) ?? [];
		});
	});
	return {
		worths: parts.flatMap(({ worths }) => worths),
		covariates: parts.flatMap(({ covariates }) => covariates),
		contrasts: parts.flatMap(({ contrasts }) => contrasts),
		winRates: rankingQuestions(pool).flatMap((question) => winRateRows(question, options)),
		notes: parts.flatMap(({ notes }) => notes),
	};
}

const KINDS: readonly RankingKind[] = [
	"main",
	"with length and position",
	"with length, style and position",
	"with judged scores",
];

/** The covariates that vary in the table; a constant one could not be estimated. */
function usable({ table, judged }: RankingQuestion, kind: RankingKind): string[] {
	const varies = (term: string): boolean => distinct(table, term === "I(length/100)" ? "length" : term) > 1;
	const scores = kind === "with judged scores" ? judged.filter(varies) : [];
	if (kind === "with judged scores" && scores.length === 0) return [];
	return [...COVARIATES[kind].filter(varies), ...scores];
}

function modelOf(question: RankingQuestion, about: About, options: ReportOptions): Rankings | null {
	const covariates = usable(question, about.model);
	// Without a covariate of its own, a model would repeat the one before.
	if (about.model !== "main" && covariates.length === 0) return null;
	const without = (missing: string, items: readonly string[]): Rankings => ({
		...NOTHING,
		worths: items.map((label) => ({ ...about, label, missing })),
		covariates: covariates.map((term) => ({ ...about, term, missing })),
		notes: [{ ...about, note: missing }],
	});
	const read = readRankings(question.table);
	if (!read.ok) return without(read.error, itemsIn(question));
	try {
		return estimates(question, read.value, covariates, about, options);
	} catch (error) {
		if (!(error instanceof FormulaError)) throw error;
		return without(error.message, read.value.items);
	}
}

/** The factor on the odds of being preferred for 100 more characters, by the model with length and position. */
export function lengthOdds(question: RankingQuestion): Estimate {
	const about = { question: question.id, model: "with length and position", given: "exploratory" } as const;
	const row = modelOf(question, about, { pool: "live", draws: 0, seed: "1" })?.covariates.find(
		({ term }) => term === "I(length/100)",
	);
	if (!row) return { missing: "The replies were not measured, or all are equally long." };
	if (isMissing(row)) return { missing: row.missing };
	if (!row.odds) return { missing: "The odds cannot be estimated." };
	const { ratio, lower, upper } = row.odds;
	return { estimate: ratio, lower, upper, ...(row.p !== undefined && { p: row.p }), n: row.n, method: row.method };
}

const NOTHING: Rankings = { worths: [], covariates: [], contrasts: [], winRates: [], notes: [] };

function itemsIn({ table }: RankingQuestion): string[] {
	const column = table.columns.get("item");
	return column?.kind === "text" ? [...new Set(column.values.filter((item) => item !== null))].sort() : [];
}

function estimates(
	question: RankingQuestion,
	read: RankingData,
	terms: readonly string[],
	about: About,
	options: ReportOptions,
): Rankings {
	const { data, covariates } =
		terms.length === 0
			? { data: read, covariates: undefined }
			: withCovariates(read, question.table, terms.join(" + "));
	const fit = fitRankings(data, covariates ? { covariates } : {});
	const robust = robustCovariance(fit);
	const df = robust ? data.participants.length - 1 : Number.POSITIVE_INFINITY;
	const method = methodOf(question, fit, robust !== null);
	// With covariates no two choices are alike, so that draws take minutes. Those models have robust errors alone.
	const draws =
		about.model === "main"
			? bootstrapRankings(fit, options.draws, analysisStream(options.seed, keyOf(about))).values
			: [];
	const from = robust ?? fit.covariance;
	const worths = worthsOf(fit, null, from, df).map((worth, item): WorthRow => {
		const found = inferenceOf(worth.worth, worth.se, df);
		return {
			...about,
			label: worth.item,
			...(worth.quasiSe === undefined ? {} : { quasiSe: worth.quasiSe }),
			...fromInference(found, fit.n, method),
			...centred(draws, item, data.items.length),
		};
	});
	const first = data.items.length - 1 + fit.tieSizes.length;
	return {
		worths,
		covariates: fit.covariateNames.map((term, index) => {
			const place = first + index;
			const found = inferenceOf(fit.estimates[place] ?? Number.NaN, Math.sqrt(from.get(place, place)), df);
			return { ...about, term, ...fromInference(found, fit.n, method), ...oddsOf(found) };
		}),
		contrasts: itemContrasts(fit, from, df).map((contrast) => ({
			...about,
			label: contrast.label,
			...fromInference(contrast, fit.n, method),
			...(isMissing(contrast) ? {} : { holm: contrast.holm ?? 1, bh: contrast.bh ?? 1 }),
		})),
		winRates: [],
		notes: data.notes.map((note) => ({ ...about, note })),
	};
}

const keyOf = ({ question, model }: About): string => `rankings ${question} ${model}`;

/** Percentiles of one log-worth less the mean of all, over the draws. */
function centred(draws: readonly Float64Array[], item: number, items: number): { bootstrap?: BootstrapInterval } {
	const values = draws.map((point) => {
		const worths = Array.from({ length: items }, (_, index) => (index === 0 ? 0 : (point[index - 1] ?? Number.NaN)));
		return (worths[item] ?? 0) - worths.reduce((sum, worth) => sum + worth, 0) / items;
	});
	const interval = percentileInterval(values);
	return interval ? { bootstrap: { lower: interval.lower, upper: interval.upper, draws: values.length } } : {};
}

function oddsOf(found: ReturnType<typeof inferenceOf>): Pick<CovariateRow, "odds"> {
	if (isMissing(found)) return {};
	return { odds: { ratio: Math.exp(found.estimate), lower: Math.exp(found.lower), upper: Math.exp(found.upper) } };
}

function methodOf({ kind }: RankingQuestion, fit: RankingFit, isRobust: boolean): string {
	const model =
		kind === "choice"
			? "Bradley-Terry model of pairs of a chosen reply and one that was not"
			: `Plackett-Luce model${fit.tieSizes.length > 0 ? " with ties" : ""}`;
	const errors = isRobust ? "errors robust to dependence within participants" : "model-based errors";
	return `${model} by maximum likelihood; log-worths less their mean; ${errors}`;
}

function winRateRows({ id, table }: RankingQuestion, { draws, seed }: ReportOptions): WinRateRow[] {
	const read = readRankings(table);
	if (!read.ok) return [];
	const n = read.value.rankings.length;
	const rates = winRates(
		read.value,
		draws > 0 ? { draws, stream: analysisStream(seed, `win rates ${id}`) } : undefined,
	);
	return rates.map(({ item, rate, lower, upper }): WinRateRow => {
		const about = { question: id, label: item };
		if (lower === undefined || upper === undefined) return { ...about, ...withoutDraws(rate, draws) };
		const method = `Mean over opponents, a tie counts half; percentiles of ${draws} draws of participants`;
		return { ...about, estimate: rate, lower, upper, n, method };
	});
}

const withoutDraws = (rate: number, draws: number): Missing => ({
	missing: `The rate is ${rate.toFixed(3)}; its interval needs ${draws === 0 ? "the bootstrap, which was not asked for" : "more participants"}.`,
});

/** The log-worths of a question's main model by item, for comparing pools. Null if they cannot be estimated. */
export function fitOf(question: RankingQuestion): RankingFit | null {
	const read = readRankings(question.table);
	if (!read.ok) return null;
	try {
		return fitRankings(read.value);
	} catch (error) {
		if (error instanceof FormulaError) return null;
		throw error;
	}
}

export const logWorths = (fit: RankingFit): Map<string, number> =>
	new Map(fit.data.items.map((item, index) => [item, worthAt(fit, index)]));
