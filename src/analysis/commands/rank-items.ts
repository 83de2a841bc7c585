import { err, ok, type Result } from "../../shared/result.ts";
import { FormulaError } from "../formula/expression.ts";
import { type Inference, inferenceOf, type Missing } from "../inference/coefficients.ts";
import type { Contrast } from "../inference/marginal-means.ts";
import { percentileInterval } from "../numeric/bootstrap.ts";
import { fitRankings, type RankingFit } from "../rankings/fit-rankings.ts";
import { itemContrasts } from "../rankings/item-contrasts.ts";
import { withCovariates } from "../rankings/item-covariates.ts";
import type { RankingData } from "../rankings/rankings.ts";
import { type ReadOptions, readRankings } from "../rankings/read-rankings.ts";
import { bootstrapRankings, robustCovariance } from "../rankings/robust-rankings.ts";
import { type WinRate, winRates } from "../rankings/win-rates.ts";
import { type Worth, worthsOf } from "../rankings/worths.ts";
import type { Table } from "../table/table.ts";
import { analysisStream } from "./bootstrap-rows.ts";

export type RankOptions = ReadOptions & {
	/** The item whose log-worth is 0; by default the first item. */
	readonly reference?: string;
	/** The right side of a formula with columns that items have in each ranking, such as `I(length/100) + position`. */
	readonly covariates?: string;
	readonly pseudo?: number;
	readonly bootstrap?: { readonly draws: number; readonly seed: string };
};

type Interval = { readonly se: number; readonly lower: number; readonly upper: number };

export type RankedItem =
	| (Worth & { readonly robust?: Interval; readonly bootstrap?: Interval })
	| { readonly item: string; readonly missing: string };

export type RankedCovariate = { readonly term: string } & (
	| (Inference & {
			readonly oddsRatio: number;
			readonly oddsLower: number;
			readonly oddsUpper: number;
			readonly robust?: Interval;
			readonly bootstrap?: Interval;
	  })
	| Missing
);

export type RankReport = {
	readonly method: string;
	/** The number of rankings. */
	readonly n: number;
	readonly participants: number;
	readonly reference: string | null;
	readonly items: readonly RankedItem[];
	readonly logLik: number | null;
	/** Log prevalence: how much more often than by chance groups of this size are tied. */
	readonly ties: readonly { readonly size: number; readonly estimate: number; readonly se: number }[];
	readonly covariates: readonly RankedCovariate[];
	readonly contrasts: readonly Contrast[];
	readonly winRates: readonly WinRate[];
	readonly notes: readonly string[];
};

/** More items would give more contrasts than a table can hold. */
const MOST_CONTRASTED = 20;

/** Worths of the items in a table of rankings. */
export function rankItems(table: Table, options: RankOptions = {}): Result<RankReport, string> {
	const read = readRankings(table, options);
	if (!read.ok) return read;
	try {
		return ok(report(read.value, table, options));
	} catch (error) {
		if (error instanceof FormulaError) return err(error.message);
		throw error;
	}
}

function report(read: RankingData, table: Table, options: RankOptions): RankReport {
	const { data, covariates } =
		options.covariates === undefined
			? { data: read, covariates: undefined }
			: withCovariates(read, table, options.covariates);
	const reference = options.reference ?? data.items[0] ?? "";
	if (!data.items.includes(reference))
		throw new FormulaError(`"${reference}" is not an item. The reference must be one of ${data.items.join(", ")}.`);
	const rates = winRates(
		data,
		options.bootstrap && {
			draws: options.bootstrap.draws,
			stream: analysisStream(options.bootstrap.seed, "win rates"),
		},
	);
	const fit = fitOrReason(data, { pseudo: options.pseudo ?? 0, ...(covariates ? { covariates } : {}) });
	const estimates = typeof fit === "string" ? withoutFit(data, fit) : fitted(fit, reference, table, options);
	return { n: total(data), participants: data.participants.length, ...estimates, winRates: rates };
}

const total = ({ rankings }: RankingData): number => rankings.reduce((sum, { weight }) => sum + weight, 0);

/** Data without finite worths still have win rates, so the reason is returned for each item instead of an error. */
function fitOrReason(data: RankingData, options: Parameters<typeof fitRankings>[1]): RankingFit | string {
	try {
		return fitRankings(data, options);
	} catch (error) {
		if (error instanceof FormulaError) return error.message;
		throw error;
	}
}

const withoutFit = (data: RankingData, reason: string) => ({
	method: "Plackett-Luce model; not estimated",
	reference: null,
	items: data.items.map((item) => ({ item, missing: reason })),
	logLik: null,
	ties: [],
	covariates: [],
	contrasts: [],
	notes: [...data.notes, reason],
});

function fitted(fit: RankingFit, reference: string, table: Table, options: RankOptions) {
	const clustered = options.participant !== undefined || table.columns.has("participant");
	const robust = clustered ? robustCovariance(fit) : null;
	const df = fit.data.participants.length - 1;
	const draws =
		options.bootstrap &&
		bootstrapRankings(fit, options.bootstrap.draws, analysisStream(options.bootstrap.seed, "worths"));
	const base = fit.data.items.indexOf(reference) - 1;
	const drawn = (place: number): { bootstrap?: Interval } => {
		const values = draws?.values.map(
			(values) => (place < 0 ? 0 : (values[place] ?? 0)) - (base < 0 ? 0 : (values[base] ?? 0)),
		);
		const interval = values && place !== base ? percentileInterval(values) : null;
		return interval ? { bootstrap: interval } : {};
	};
	const robustWorths = robust ? worthsOf(fit, reference, robust, df) : [];
	return {
		method: methodOf(fit, robust !== null),
		reference,
		items: worthsOf(fit, reference).map((worth, index) => ({
			...worth,
			...robustPart(robustWorths[index], worth),
			...drawn(index - 1),
		})),
		logLik: fit.logLik,
		ties: fit.tieSizes.map((size, index) => tieRow(fit, size, index)),
		covariates: fit.covariateNames.map((term, index) => covariateRow(fit, term, index, robust, df, draws?.values)),
		contrasts:
			fit.data.items.length > MOST_CONTRASTED
				? []
				: itemContrasts(fit, robust ?? fit.covariance, robust ? df : Number.POSITIVE_INFINITY),
		notes: [...fit.data.notes, ...drawNotes(draws?.failed ?? 0)],
	};
}

const drawNotes = (failed: number): string[] =>
	failed > 0 ? [`${failed} bootstrap draws have no finite worths and are left out.`] : [];

function methodOf(fit: RankingFit, robust: boolean): string {
	const pseudo = fit.pseudo > 0 ? `, with ${fit.pseudo} pseudo-wins and -losses of each item` : "";
	const ties = fit.tieSizes.length > 0 ? " with ties" : "";
	return `Plackett-Luce model${ties} by maximum likelihood${pseudo}${robust ? "; robust errors and contrasts clustered by participant" : ""}`;
}

function robustPart(robust: Worth | undefined, worth: Worth): { robust?: Interval } {
	if (!robust || worth.reference || !Number.isFinite(robust.se)) return {};
	return { robust: { se: robust.se, lower: robust.lower, upper: robust.upper } };
}

const placeOfTie = (fit: RankingFit, index: number): number => fit.data.items.length - 1 + index;

const tieRow = (fit: RankingFit, size: number, index: number) => {
	const place = placeOfTie(fit, index);
	return { size, estimate: fit.estimates[place] ?? Number.NaN, se: Math.sqrt(fit.covariance.get(place, place)) };
};

function covariateRow(
	fit: RankingFit,
	term: string,
	index: number,
	robust: ReturnType<typeof robustCovariance>,
	df: number,
	draws: readonly Float64Array[] | undefined,
): RankedCovariate {
	const place = placeOfTie(fit, fit.tieSizes.length + index);
	const estimate = fit.estimates[place] ?? Number.NaN;
	const own = inferenceOf(estimate, Math.sqrt(fit.covariance.get(place, place)), Number.POSITIVE_INFINITY);
	if ("missing" in own) return { term, ...own };
	const clustered = robust ? inferenceOf(estimate, Math.sqrt(robust.get(place, place)), df) : null;
	const interval = draws ? percentileInterval(draws.map((values) => values[place] ?? Number.NaN)) : null;
	const shown = clustered && !("missing" in clustered) ? clustered : own;
	return {
		term,
		...own,
		oddsRatio: Math.exp(estimate),
		oddsLower: Math.exp(shown.lower),
		oddsUpper: Math.exp(shown.upper),
		...(clustered && !("missing" in clustered)
			? { robust: { se: clustered.se, lower: clustered.lower, upper: clustered.upper } }
			: {}),
		...(interval ? { bootstrap: interval } : {}),
	};
}
