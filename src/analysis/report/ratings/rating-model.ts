import { analysisStream } from "../../commands/bootstrap-rows.ts";
import { estimated, type Estimated as Fitted } from "../../commands/estimated.ts";
import type { FitOptions } from "../../commands/fit-report.ts";
import { asFactor } from "../../formula/complete-rows.ts";
import { FormulaError } from "../../formula/expression.ts";
import { frameOf, type ModelFrame } from "../../formula/model-frame.ts";
import type { Factor } from "../../formula/values.ts";
import { coefficientTable } from "../../inference/coefficients.ts";
import { jointTest } from "../../inference/joint-test.ts";
import { type MarginalMean, marginalMeans, pairwiseContrasts } from "../../inference/marginal-means.ts";
import { bootstrapLeastSquares } from "../../linear/least-squares-bootstrap.ts";
import { bootstrapMixed } from "../../mixed/mixed-bootstrap.ts";
import type { RandomEffect } from "../../mixed/random-effects.ts";
import { type Draws, percentileInterval } from "../../numeric/bootstrap.ts";
import type { Table } from "../../table/table.ts";
import { type Estimate, fromInference, isMissing, type Test } from "../estimate.ts";

export type ModelSpec = {
	readonly id: string;
	readonly outcome: string;
	readonly kind: ModelKind;
	/** `prespecified` stands in the protocol. */
	readonly given: "prespecified" | "exploratory";
	readonly formula: string;
	readonly options: FitOptions;
	/** The factor whose means are compared; null for a model of other things. */
	readonly factor: string | null;
	readonly draws: number;
	readonly seed: string;
};

export type ModelKind =
	| "main"
	| "with length and style"
	| "with judged scores"
	| "robust"
	| "ordinal"
	| "weighted"
	| "planned";

export type BootstrapInterval = { readonly lower: number; readonly upper: number; readonly draws: number };
export type Mean = { readonly model: string; readonly outcome: string; readonly label: string } & Estimate;
export type Difference = Mean & {
	readonly holm?: number;
	readonly bh?: number;
	readonly bootstrap?: BootstrapInterval;
};

export type RatingModel = Omit<ModelSpec, "options" | "factor" | "draws" | "seed"> & {
	readonly notes: readonly string[];
} & (
		| {
				readonly method: string;
				readonly n: number;
				readonly participants: number;
				readonly omitted: number;
				readonly logLik: number;
				readonly aic: number;
				readonly bic: number;
				readonly residualSd: number | null;
				readonly random: readonly RandomEffect[];
				readonly fixed: readonly ({ readonly term: string } & Estimate)[];
				/** The test that all arms are equal. */
				readonly equality: Test;
		  }
		| { readonly missing: string }
	);

export type FittedOutcome = {
	readonly model: RatingModel;
	readonly means: readonly Mean[];
	readonly contrasts: readonly Difference[];
};

/** Fits one model. What the data do not allow is the model's `missing`, in words. */
export function fitOutcome(spec: ModelSpec, table: Table): FittedOutcome {
	const { id, outcome, kind, given, formula } = spec;
	const about = { id, outcome, kind, given, formula };
	try {
		return fitted(spec, about, table);
	} catch (error) {
		if (!(error instanceof FormulaError)) throw error;
		return { model: { ...about, notes: [], missing: error.message }, means: [], contrasts: [] };
	}
}

function fitted(
	spec: ModelSpec,
	about: Pick<ModelSpec, "id" | "outcome" | "kind" | "given" | "formula">,
	table: Table,
): FittedOutcome {
	const extras = ["participant", ...(spec.options.weights === undefined ? [] : [spec.options.weights])];
	const frame = frameOf(spec.formula, table, extras);
	const people = peopleOf(frame);
	const clustered = frame.random.length === 0 && people.levels.length > 1;
	const fit = estimated(frame, { cluster: "participant", ...spec.options }, clustered ? people : null);
	const n = frame.rows.length;
	const place = { model: spec.id, outcome: spec.outcome };
	const means = spec.factor === null ? [] : meansOf(fit, spec.factor);
	const draws = drawsOf(fit, people, spec);
	const label = `All means of ${spec.factor} are equal`;
	return {
		model: {
			...about,
			method: fit.method,
			n,
			participants: people.levels.length,
			omitted: frame.omitted,
			...criteria(fit),
			residualSd: fit.residualSd,
			random: fit.random,
			fixed: coefficientTable(fit.estimates).map((row) => ({
				term: row.term,
				...fromInference(row, n, fit.method),
			})),
			equality: { label, ...equality(fit, means, n) },
			notes: notesOn(frame, fit),
		},
		means: means.map((mean) => ({
			...place,
			label: mean.label,
			...fromInference(mean, ownRows(table, frame, spec.factor, mean.label), fit.method),
		})),
		contrasts: pairwiseContrasts(fit.forMeans, means).map((contrast, index) => ({
			...place,
			label: contrast.label,
			...fromInference(contrast, n, fit.method),
			...("missing" in contrast ? {} : { holm: contrast.holm ?? 1, bh: contrast.bh ?? 1 }),
			...drawn(draws, pairWeights(means)[index]),
		})),
	};
}

/** How many ratings of the model are of this level of the factor. */
function ownRows(table: Table, frame: ModelFrame, factor: string | null, level: string): number {
	const column = factor === null ? undefined : table.columns.get(factor);
	return column ? [...frame.rows].filter((row) => String(column.values[row]) === level).length : frame.rows.length;
}

const criteria = ({ likelihood: { logLik, aic, bic } }: Fitted) => ({ logLik, aic, bic });

function peopleOf(frame: ModelFrame): Factor {
	const value = frame.extras.get("participant");
	if (!value) throw new FormulaError("The data have no participants.");
	return asFactor(value);
}

function meansOf(fit: Fitted, factor: string): MarginalMean[] {
	const means = marginalMeans(fit.forMeans, [factor]);
	if (!means.ok) throw new FormulaError(means.error);
	return means.value;
}

function equality(fit: Fitted, means: readonly MarginalMean[], n: number) {
	const unknown = means.find((mean) => "missing" in mean);
	if (unknown && "missing" in unknown)
		return { missing: `The mean of ${unknown.label} is missing: ${unknown.missing}` };
	const [first, ...others] = means;
	if (!first || others.length === 0) return { missing: "There are no two means to compare." };
	const test = jointTest(
		fit.forMeans,
		others.map(({ weights }) => weights.map((weight, index) => weight - (first.weights[index] ?? 0))),
	);
	if (isMissing(test)) return test;
	const { statistic, df1, df2, p } = test;
	const method = df2 === null ? "Wald chi-square test" : "F test, denominator of Fai and Cornelius";
	return { statistic, df: df1, ...(df2 === null ? {} : { df2 }), p, n, method };
}

/** The weights of all pairwise differences, in the order of `pairwiseContrasts`. */
const pairWeights = (means: readonly MarginalMean[]): Float64Array[] =>
	means.flatMap((one, index) =>
		means.slice(index + 1).map((other) => one.weights.map((weight, at) => weight - (other.weights[at] ?? 0))),
	);

function drawsOf({ fit }: Fitted, people: Factor, { draws, seed, id }: ModelSpec): Draws | null {
	if (draws === 0 || people.levels.length < 2) return null;
	const stream = analysisStream(seed, `ratings ${id}`);
	if (fit.kind === "mixed") return bootstrapMixed(fit.model, people, draws, stream);
	return fit.kind === "leastSquares" ? bootstrapLeastSquares(fit.model, people, draws, stream) : null;
}

function drawn(draws: Draws | null, weights: Float64Array | undefined): { bootstrap?: BootstrapInterval } {
	if (!draws || !weights) return {};
	const values = draws.values.map((point) => weights.reduce((sum, weight, at) => sum + weight * (point[at] ?? 0), 0));
	const interval = percentileInterval(values);
	return interval ? { bootstrap: { lower: interval.lower, upper: interval.upper, draws: values.length } } : {};
}

function notesOn(frame: ModelFrame, fit: Fitted): string[] {
	const { names, kept } = fit.estimates;
	const dropped = names.filter((_, column) => !kept.includes(column));
	return [
		...(frame.omitted > 0
			? [`${frame.omitted} of ${frame.table.rows} ratings are left out, because a variable of the model is missing.`]
			: []),
		...(dropped.length > 0
			? [`Not estimated, because they are combinations of other columns: ${dropped.join(", ")}.`]
			: []),
		...fit.notes,
		...(fit.converged ? [] : ["The search for the estimates did not converge. Do not use these numbers."]),
	];
}
