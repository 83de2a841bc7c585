import { Matrix } from "ml-matrix";
import { asFactor } from "../formula/complete-rows.ts";
import { FormulaError } from "../formula/expression.ts";
import type { ModelFrame } from "../formula/model-frame.ts";
import type { Factor } from "../formula/values.ts";
import { aliasesOf } from "../linear/fixed-design.ts";
import { at, range } from "../numeric/arrays.ts";
import { orthogonalise, upperInverse } from "../numeric/orthogonal.ts";
import { type CumulativeModel, curvature, predictorOf, scoresOf, startingPoint } from "./cumulative-logit.ts";
import type { LikelihoodFit } from "./fit.ts";
import { maximise, times } from "./newton.ts";
import { infiniteCoefficients, LONG_SEARCH, neverFalls } from "./separation.ts";

/**
 * The cumulative logit model, logit P(Y <= j) = threshold_j - x'b (McCullagh 1980, J R Stat Soc B 42:109-142), as in R's
 * `ordinal::clm` and `MASS::polr`. Thresholds come first, named "1|2", then coefficients. Levels are ordered by size, or by
 * `ordered(y, levels = c(…))`. Throws a FormulaError if there is nothing to fit.
 */
export function fitOrdinal(frame: ModelFrame, weightColumn?: string): LikelihoodFit {
	const model = modelOf(frame, weightColumn);
	const { cuts, kept, toOriginal, columns, names } = model;
	const found = maximise(
		(point) => curvature(model, point),
		startingPoint(model),
		(step, iteration) => iteration >= LONG_SEARCH && risesForEver(model, step),
	);
	if (!found) throw new FormulaError("The ordinal model cannot be fitted: its information matrix is singular.");
	const one = new Float64Array(frame.rows.length).fill(1);
	const estimates = times(toOriginal, found.point);
	const covariance = toOriginal.mmul(found.covariance).mmul(toOriginal.transpose());
	const infinite = found.converged
		? new Set<number>()
		: infiniteCoefficients(times(toOriginal, found.lastStep), [...range(cuts).map(() => one), ...columns], covariance);
	return {
		frame,
		design: { aliases: model.aliases },
		names,
		kept,
		estimates: estimates.map((value, index) =>
			infinite.has(index) ? (value < 0 ? -1 : 1) * Number.POSITIVE_INFINITY : value,
		),
		covariance,
		degreesOf: () => Number.POSITIVE_INFINITY,
		n: frame.rows.length,
		logLik: found.value,
		parameters: kept.length,
		converged: found.converged || infinite.size > 0,
		separated: [...infinite].map((index) => names[kept[index] ?? -1] ?? ""),
		scores: scoresOf(model, found.point),
	};
}

/** The number of thresholds among the coefficients of an ordinal fit. */
export const thresholdCount = (frame: ModelFrame): number => asFactor(frame.response).levels.length - 1;

type Model = CumulativeModel & {
	readonly names: readonly string[];
	/** Estimated coefficients among `names`: all thresholds, and columns that do not depend on others. */
	readonly kept: readonly number[];
	readonly columns: readonly Float64Array[];
	readonly aliases: LikelihoodFit["design"]["aliases"];
	readonly toOriginal: Matrix;
};

/** Columns are made orthogonal to the constant, which the thresholds replace. */
function modelOf(frame: ModelFrame, weightColumn?: string): Model {
	const response = asFactor(frame.response);
	check(frame, response);
	const rows = frame.rows.length;
	const weights = weightColumn === undefined ? null : frame.extras.get(weightColumn);
	const { basis, upper, kept, dropped } = orthogonalise(frame.fixed.columns);
	const cuts = response.levels.length - 1;
	const thresholds = range(cuts).map((cut) => `${response.levels[cut]}|${response.levels[cut + 1]}`);
	const toKept = upperInverse(upper);
	return {
		codes: response.codes,
		cuts,
		basis: basis.slice(1),
		weights: weights?.kind === "number" ? weights.values : new Float64Array(rows).fill(1),
		offset: frame.offset ?? new Float64Array(rows),
		names: [...thresholds, ...frame.fixed.names.slice(1)],
		kept: [...range(cuts), ...kept.slice(1).map((column) => column - 1 + cuts)],
		columns: kept.slice(1).flatMap((column) => frame.fixed.columns[column] ?? []),
		aliases: aliasesOf(dropped, toKept),
		toOriginal: withThresholds(toKept, cuts),
	};
}

/** Converts thresholds at the columns' means and coefficients of the basis to those of the original columns. */
function withThresholds(toKept: Matrix, cuts: number): Matrix {
	const width = toKept.rows - 1;
	const matrix = Matrix.eye(cuts + width);
	for (let column = 0; column < width; column += 1) {
		for (let cut = 0; cut < cuts; cut += 1) matrix.set(cut, cuts + column, -toKept.get(0, column + 1));
		for (let row = 0; row < width; row += 1) matrix.set(cuts + row, cuts + column, toKept.get(row + 1, column + 1));
	}
	return matrix;
}

function check(frame: ModelFrame, { levels }: Factor): void {
	if (levels.length < 2)
		throw new FormulaError(`The response is "${levels[0]}" in all complete rows, so there is nothing to explain.`);
	if (levels.length > MOST_LEVELS)
		throw new FormulaError(
			`The response has ${levels.length} different values. An ordinal model is for at most ${MOST_LEVELS}; use a linear one.`,
		);
	if (!frame.formula.fixed.intercept)
		throw new FormulaError(
			"An ordinal model has thresholds in place of an intercept. Do not remove it from the formula.",
		);
}

const MOST_LEVELS = 150;

function risesForEver(model: Model, step: Float64Array): boolean {
	const moved = predictorOf(model, step, new Float64Array(model.codes.length));
	const ofCut = (cut: number): Float64Array =>
		Float64Array.from(model.codes, (code, row) => {
			const threshold = code + cut;
			return threshold < 0 || threshold >= model.cuts ? 0 : at(step, threshold) - at(moved, row);
		});
	const movement = Float64Array.of(...ofCut(0), ...ofCut(-1).map((value) => -value));
	return neverFalls(movement, new Float64Array(movement.length).fill(1));
}
