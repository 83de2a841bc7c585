import { err, ok, type Result } from "../../shared/result.ts";
import type { ModelFrame } from "../formula/model-frame.ts";
import type { FixedDesign } from "../linear/fixed-design.ts";
import { at, range } from "../numeric/arrays.ts";
import { benjaminiHochberg, holm } from "./adjust.ts";
import { combinationInference, type Inference, type LinearEstimates, type Missing } from "./coefficients.ts";
import { type ReferenceGrid, referenceGrid } from "./reference-grid.ts";

export type FittedModel = LinearEstimates & {
	readonly frame: ModelFrame;
	readonly design: Pick<FixedDesign, "aliases">;
};

export type MarginalMean = { readonly label: string; readonly weights: Float64Array; readonly offset: number } & (
	| Inference
	| Missing
);

export type Contrast = { readonly label: string; readonly holm?: number; readonly bh?: number } & (Inference | Missing);

/**
 * Estimated marginal means of the combinations of `factors`: predictions over the reference grid, averaged with equal weights
 * over all other factors, with covariates at their means (Searle, Speed and Milliken 1980, Am Stat 34:216-221), as in R's
 * emmeans. On the scale of the linear predictor. The error lists the possible factors.
 */
export function marginalMeans(fit: FittedModel, factors: readonly string[]): Result<MarginalMean[], string> {
	const grid = referenceGrid(fit.frame);
	if (!grid) return err("The factors of this model have too many combinations for marginal means.");
	const unknown = factors.find((name) => !grid.factors.has(name));
	if (unknown !== undefined)
		return err(
			`Marginal means are of factors in the fixed terms: ${[...grid.factors.keys()].join(", ") || "this model has none"}. "${unknown}" is none.`,
		);
	return ok(cellsOf(grid, factors).map(({ label, rows }) => meanOf(fit, grid, label, rows)));
}

type Cell = { readonly label: string; readonly rows: readonly number[] };

/** Rows of the grid for each combination of the factors' levels; the first factor varies fastest. */
function cellsOf(grid: ReferenceGrid, factors: readonly string[]): Cell[] {
	const cells = new Map<string, { label: string; rows: number[] }>();
	const levels = [...grid.factors];
	for (const row of range(grid.table.rows)) {
		let repeat = 1;
		const own = new Map<string, string>();
		for (const [name, values] of levels) {
			own.set(name, values[Math.floor(row / repeat) % values.length] ?? "");
			repeat *= values.length;
		}
		const label = factors.map((name) => own.get(name)).join(" ");
		const cell = cells.get(label) ?? { label, rows: [] };
		cell.rows.push(row);
		cells.set(label, cell);
	}
	return [...cells.values()];
}

function meanOf(fit: FittedModel, grid: ReferenceGrid, label: string, rows: readonly number[]): MarginalMean {
	const all = grid.design.columns.map((column) => averageOf(column, rows));
	const weights = Float64Array.from(fit.kept, (column) => all[column] ?? 0);
	const offset = averageOf(grid.offset, rows);
	return {
		label,
		weights,
		offset,
		...(isEstimable(fit, all, weights) ? shifted(combinationInference(fit, weights), offset) : NOT_ESTIMABLE),
	};
}

const NOT_ESTIMABLE: Missing = { missing: "The data lack a combination of levels that this mean is an average over." };

const averageOf = (column: Float64Array, rows: readonly number[]): number =>
	rows.reduce((total, row) => total + at(column, row), 0) / rows.length;

function shifted(inference: Inference | Missing, offset: number): Inference | Missing {
	if ("missing" in inference || offset === 0) return inference;
	const { estimate, lower, upper } = inference;
	return { ...inference, estimate: estimate + offset, lower: lower + offset, upper: upper + offset };
}

/** A combination is estimable if it weighs dropped columns exactly as the kept ones imply. */
function isEstimable(fit: FittedModel, all: readonly number[], kept: Float64Array): boolean {
	const size = all.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	return fit.design.aliases.every(({ column, of }) => {
		const implied = of.reduce((total, coefficient, index) => total + coefficient * at(kept, index), 0);
		return Math.abs((all[column] ?? 0) - implied) <= 1e-8 * (size + Math.abs(implied));
	});
}

/** All pairwise differences of means, first minus second, with p-values adjusted within this family. */
export function pairwiseContrasts(fit: FittedModel, means: readonly MarginalMean[]): Contrast[] {
	const pairs = means.flatMap((one, index) => means.slice(index + 1).map((other) => [one, other] as const));
	return adjustedContrasts(pairs.map(([one, other]) => differenceOf(fit, one, other)));
}

function differenceOf(fit: FittedModel, one: MarginalMean, other: MarginalMean): Contrast {
	const label = `${one.label} - ${other.label}`;
	const missing = [one, other].find((mean) => "missing" in mean && mean.missing === NOT_ESTIMABLE.missing);
	if (missing) return { label, ...NOT_ESTIMABLE };
	const weights = one.weights.map((weight, index) => weight - at(other.weights, index));
	return { label, ...shifted(combinationInference(fit, weights), one.offset - other.offset) };
}

/**
 * Contrasts of means by weights in the order of the means, such as the average of two levels against a third, with p-values
 * adjusted within this family.
 */
export function contrastsOf(
	fit: FittedModel,
	means: readonly MarginalMean[],
	wanted: readonly { readonly label: string; readonly weights: readonly number[] }[],
): Contrast[] {
	const contrasts = wanted.map(({ label, weights: ofMeans }): Contrast => {
		const used = means.filter((_, index) => ofMeans[index]);
		if (used.some((mean) => "missing" in mean && mean.missing === NOT_ESTIMABLE.missing))
			return { label, ...NOT_ESTIMABLE };
		const weights = new Float64Array(fit.kept.length).map((_, column) =>
			means.reduce((total, mean, index) => total + (ofMeans[index] ?? 0) * at(mean.weights, column), 0),
		);
		return { label, ...combinationInference(fit, weights) };
	});
	return adjustedContrasts(contrasts);
}

/** Adds the family's p-values adjusted by Holm and by Benjamini and Hochberg. */
export function adjustedContrasts(contrasts: readonly Contrast[]): Contrast[] {
	const p = contrasts.map((contrast) => ("missing" in contrast ? Number.NaN : contrast.p));
	const [byHolm, byBh] = [holm(p), benjaminiHochberg(p)];
	return contrasts.map((contrast, index) =>
		"missing" in contrast ? contrast : { ...contrast, holm: byHolm[index] ?? 1, bh: byBh[index] ?? 1 },
	);
}
