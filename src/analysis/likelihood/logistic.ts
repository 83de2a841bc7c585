import { FormulaError } from "../formula/expression.ts";
import type { ModelFrame } from "../formula/model-frame.ts";
import { aliasesOf } from "../linear/fixed-design.ts";
import { add, at } from "../numeric/arrays.ts";
import { combination, orthogonalise, upperInverse } from "../numeric/orthogonal.ts";
import { binaryResponse } from "./binary-response.ts";
import type { LikelihoodFit } from "./fit.ts";
import { type Curvature, maximise, times } from "./newton.ts";
import { infiniteCoefficients, LONG_SEARCH, neverFalls } from "./separation.ts";

/**
 * Logistic regression by maximum likelihood (McCullagh and Nelder 1989, Generalized Linear Models, section 4.4), as in R's
 * `glm` with `binomial()`. The response is 0 or 1, truth values, a factor whose first level means failure, `cbind(successes,
 * failures)`, or a share with the number of trials as weights. Throws a FormulaError if there is nothing to fit.
 */
export function fitLogistic(frame: ModelFrame, weightColumn?: string): LikelihoodFit {
	const { shares, trials } = binaryResponse(frame, weightColumn);
	const rows = frame.rows.length;
	const { basis, upper, kept, dropped } = orthogonalise(frame.fixed.columns);
	const offset = frame.offset ?? new Float64Array(rows);
	const predictor = (point: Float64Array): Float64Array =>
		combination(basis, point, rows).map((value, row) => value + at(offset, row));
	const sides = shares.map((share) => (share === 1 ? 1 : share === 0 ? -1 : 0));
	const found = maximise(
		(point) => curvature(basis, shares, trials, predictor(point)),
		new Float64Array(basis.length),
		(step, iteration) => iteration >= LONG_SEARCH && neverFalls(combination(basis, step, rows), sides),
	);
	if (!found) throw new FormulaError("The logistic model cannot be fitted: its information matrix is singular.");
	const toOriginal = upperInverse(upper);
	const covariance = toOriginal.mmul(found.covariance).mmul(toOriginal.transpose());
	const infinite = found.converged
		? new Set<number>()
		: infiniteCoefficients(
				times(toOriginal, found.lastStep),
				kept.map((column) => frame.fixed.columns[column]),
				covariance,
			);
	const residuals = predictor(found.point).map((eta, row) => at(trials, row) * (at(shares, row) - inverseLogit(eta)));
	return {
		frame,
		design: { aliases: aliasesOf(dropped, toOriginal) },
		names: frame.fixed.names,
		kept,
		estimates: times(toOriginal, found.point).map((value, index) =>
			infinite.has(index) ? (value < 0 ? -1 : 1) * Number.POSITIVE_INFINITY : value,
		),
		covariance,
		degreesOf: () => Number.POSITIVE_INFINITY,
		n: rows,
		logLik: found.value + binomialConstants(shares, trials),
		parameters: kept.length,
		converged: found.converged || infinite.size > 0,
		separated: [...infinite].map((index) => frame.fixed.names[kept[index] ?? -1] ?? ""),
		scores: kept.map((column) =>
			residuals.map((value, row) => value * at(frame.fixed.columns[column] ?? residuals, row)),
		),
	};
}

export const inverseLogit = (value: number): number => 1 / (1 + Math.exp(-value));

/** log(1 + exp(value)) without overflow. */
export const softplus = (value: number): number => Math.max(value, 0) + Math.log1p(Math.exp(-Math.abs(value)));

function curvature(
	basis: readonly Float64Array[],
	shares: Float64Array,
	trials: Float64Array,
	predictor: Float64Array,
): Curvature {
	const width = basis.length;
	const slope = new Float64Array(width);
	const information = new Float64Array(width * width);
	let value = 0;
	for (let row = 0; row < predictor.length; row += 1) {
		const [eta, share, count] = [at(predictor, row), at(shares, row), at(trials, row)];
		const probability = inverseLogit(eta);
		value += count * (share * eta - softplus(eta));
		const residual = count * (share - probability);
		const spread = count * probability * (1 - probability);
		for (let i = 0; i < width; i += 1) {
			const x = at(basis[i] ?? slope, row);
			add(slope, i, residual * x);
			for (let j = 0; j <= i; j += 1) add(information, i * width + j, spread * x * at(basis[j] ?? slope, row));
		}
	}
	return { value, slope, information };
}

/** The logarithm of the binomial coefficients, which R includes for grouped responses; 0 for single trials. */
function binomialConstants(shares: Float64Array, trials: Float64Array): number {
	return shares.reduce((total, share, row) => total + logChoose(at(trials, row), share * at(trials, row)), 0);
}

function logChoose(n: number, k: number): number {
	if (!Number.isInteger(n) || n < 2) return 0;
	let total = 0;
	for (let i = 1; i <= Math.min(Math.round(k), n - Math.round(k)); i += 1) total += Math.log((n - i + 1) / i);
	return total;
}
