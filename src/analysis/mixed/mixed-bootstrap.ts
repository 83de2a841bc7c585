import { Matrix } from "ml-matrix";
import type { RandomStream } from "../../randomisation/draw/generator.ts";
import type { Factor } from "../formula/values.ts";
import { add, at, indexAt } from "../numeric/arrays.ts";
import { clusterBootstrap, type Draws } from "../numeric/bootstrap.ts";
import { minimise } from "../numeric/minimise.ts";
import { type Criterion, evaluate, factorsOf, fixedPart } from "./criterion.ts";
import { eliminate } from "./elimination/eliminate.ts";
import { setWeights } from "./elimination/workspace.ts";
import { type MixedFit, prepare } from "./fit.ts";

/** A draw counts as fitted below this half expected decrease in deviance: less than a hundredth of a standard error. */
const DRAW_TOLERANCE = 1e-5;

/**
 * Bootstrap draws of the kept fixed effects of a mixed model. Whole clusters are drawn, with their random effects as new
 * levels. Every draw estimates the variances again, starting from the full data's optimum. Cross-products are stored by
 * cluster, so that the cost of a draw does not depend on the number of rows.
 */
export function bootstrapMixed(fit: MixedFit, clusters: Factor, draws: number, stream: RandomStream): Draws {
	const count = clusters.levels.length;
	const { criterion, scale } = prepare(fit.frame, fit.design, fit.reml, { codes: clusters.codes, count });
	const rowsOf = new Float64Array(count);
	for (let row = 0; row < clusters.codes.length; row += 1) add(rowsOf, indexAt(clusters.codes, row), 1);
	const { toOriginal, leastSquares } = fit.design;
	return clusterBootstrap(count, draws, stream, (weights) => {
		setWeights(criterion.system, criterion.workspace, weights);
		const rows = weights.reduce((total, weight, cluster) => total + weight * at(rowsOf, cluster), 0);
		const coefficients = fittedDraw({ ...criterion, degrees: fit.reml ? rows - fit.kept.length : rows }, fit);
		if (!coefficients) return null;
		const change = toOriginal.mmul(Matrix.columnVector(Array.from(coefficients)));
		return leastSquares.map((value, row) => value + scale * change.get(row, 0));
	});
}

function fittedDraw(criterion: Criterion, { minimum }: MixedFit): Float64Array | null {
	const start = { point: minimum.point, inverseHessian: minimum.inverseHessian, tolerance: DRAW_TOLERANCE };
	const found = minimise((point) => evaluate(criterion, point), start);
	if (!found.converged || !eliminate(criterion.system, criterion.workspace, factorsOf(criterion.system, found.point)))
		return null;
	const { coefficients, covariance } = fixedPart(criterion);
	// A draw without one of a factor's levels cannot estimate its coefficient.
	return covariance.diagonal().every((value) => value < 1e8) ? coefficients : null;
}
