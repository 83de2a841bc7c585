import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { quadraticForm } from "../inference/coefficients.ts";
import type { FixedDesign } from "../linear/fixed-design.ts";
import { at, sum } from "../numeric/arrays.ts";
import { type Criterion, factorsOf, fixedPart } from "./criterion.ts";
import { lowerEntries, lowerTriangle, originalFactor, parameterCount, rowMajor, type UnitBlock } from "./effects.ts";
import { differentiate } from "./elimination/differentiate.ts";
import { eliminate } from "./elimination/eliminate.ts";
import type { Factors } from "./elimination/scaling.ts";
import { squareOf } from "./random-effects.ts";

export type FittedParts = {
	readonly design: FixedDesign;
	readonly blocks: readonly UnitBlock[];
	readonly criterion: Criterion;
	/** Parameters in unit coordinates. */
	readonly point: Float64Array;
	readonly sigma: number;
	/** The divisor of the response. */
	readonly scale: number;
	/** At an interior optimum the result does not depend on the coordinates, and unit coordinates lose no digits. */
	readonly isSingular: boolean;
};

/**
 * Satterthwaite's degrees of freedom of a combination of fixed effects: 2 v² / (g' A g), with v its variance, g the gradient of
 * v in the variance parameters (theta, sigma) and A their covariance from the Hessian of the deviance. Kuznetsova, Brockhoff
 * and Christensen (2017, J Stat Softw 82(13)). At a singular fit the result depends on the parameters, so lme4's are used.
 */
export function satterthwaite(parts: FittedParts, covariance: Matrix): (weights: Float64Array) => number {
	const { hessian, slopes } = curvature(parts, covariance);
	const ofParameters = positiveInverse(hessian).mul(2);
	return (weights) => {
		const gradient = slopes.map((slope) => quadraticForm(slope, weights));
		return (2 * quadraticForm(covariance, weights) ** 2) / quadraticForm(ofParameters, gradient);
	};
}

/** The inverse on the directions of positive curvature, as in lmerTest (tolerance 1e-8). */
function positiveInverse(hessian: Matrix): Matrix {
	const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(hessian, { assumeSymmetric: true });
	const weights = realEigenvalues.map((value) => (value > 1e-8 ? 1 / value : 0));
	return eigenvectorMatrix.mmul(Matrix.diag(weights)).mmul(eigenvectorMatrix.transpose());
}

type Curvature = { readonly hessian: Matrix; readonly slopes: readonly Matrix[] };

/**
 * The Hessian of the unprofiled deviance in (theta, sigma), and the derivatives of the fixed effects' covariance. Theta is in
 * units of its natural scale and sigma in units of its estimate, so that the data's units cannot hide a curvature.
 */
function curvature(parts: FittedParts, covariance: Matrix): Curvature {
	const theta = variancePoint(parts);
	const count = theta.length;
	const scales = Array.from(theta, (value, index) =>
		Math.max(Math.abs(value), naturalScale(transformations(parts), index)),
	);
	const hessian = Matrix.zeros(count + 1, count + 1);
	const without = gradientAt(parts, theta, 0);
	const residualSlope = gradientAt(parts, theta, 1).map((value, index) => value - at(without, index));
	const slopes = scales.map((scale, index) => {
		const { gradient, covariance: slope } = derivative(parts, theta, index, RELATIVE_STEP * scale);
		gradient.forEach((value, other) => {
			hessian.set(index, other, value * scale * (scales[other] ?? 1));
		});
		// d² / d theta d sigma of residual / sigma², from the residual's part of the gradient.
		const cross = -2 * at(residualSlope, index) * scale;
		hessian.set(index, count, cross);
		hessian.set(count, index, cross);
		return slope.mul(scale);
	});
	// At the optimum residual / sigma² = degrees, so this equals sigma² (-2 degrees / sigma² + 6 residual / sigma^4).
	hessian.set(count, count, 4 * parts.criterion.degrees);
	return { hessian: symmetric(hessian), slopes: [...slopes, Matrix.mul(covariance, 2)] };
}

const symmetric = (matrix: Matrix): Matrix => Matrix.add(matrix, matrix.transpose()).mul(0.5);

/** The variance parameters: lme4's theta at a singular fit, otherwise those of unit coordinates. */
function variancePoint({ blocks, criterion, point, isSingular }: FittedParts): Float64Array {
	if (!isSingular) return point;
	const factors = factorsOf(criterion.system, point);
	const entries = blocks.flatMap(({ toUnit }, index) => lowerEntries(originalFactor(squareOf(factors[index]), toUnit)));
	return Float64Array.from(entries);
}

/**
 * The gradient of the deviance in the variance parameters at a fixed sigma. `residualPart` is the weight of the residual's
 * part, 0 or 1.
 */
function gradientAt(parts: FittedParts, theta: Float64Array, residualPart: number): Float64Array {
	const { criterion, sigma, scale } = parts;
	const { system, workspace, reml } = criterion;
	const toUnit = transformations(parts);
	const factors = unitFactors(toUnit, theta);
	eliminate(system, workspace, factors);
	const residualWeight = residualPart * (scale / sigma) ** 2;
	return gradientIn(toUnit, differentiate(system, workspace, factors, { reml, residualWeight }));
}

/** The covariance of the fixed effects at the last evaluated theta. */
function covarianceAtTheta({ criterion, design, sigma }: FittedParts): Matrix {
	const { covariance } = fixedPart(criterion);
	return design.toOriginal
		.mmul(covariance)
		.mmul(design.toOriginal.transpose())
		.mul(sigma ** 2);
}

/** For each block, the transformation of a factor from parameters to unit coordinates. */
const transformations = ({ blocks, isSingular }: FittedParts): Matrix[] =>
	blocks.map(({ toUnit }) => (isSingular ? toUnit : Matrix.eye(toUnit.rows)));

function unitFactors(transforms: readonly Matrix[], theta: Float64Array): Factors {
	let start = 0;
	return transforms.map((transform) => {
		const lower = lowerTriangle(theta, start, transform.rows);
		start += parameterCount(transform.rows);
		return rowMajor(transform.mmul(lower));
	});
}

function gradientIn(transforms: readonly Matrix[], slopes: readonly Float64Array[]): Float64Array {
	const entries = transforms.flatMap((transform, index) =>
		lowerEntries(transform.transpose().mmul(squareOf(slopes[index]))),
	);
	return Float64Array.from(entries);
}

/** Weights of the fourth-order central difference at -2, -1, 1 and 2 steps. */
const STENCIL: readonly (readonly [steps: number, weight: number])[] = [
	[-2, 1 / 12],
	[-1, -8 / 12],
	[1, 8 / 12],
	[2, -1 / 12],
];
const RELATIVE_STEP = 2e-3;

function derivative(
	parts: FittedParts,
	theta: Float64Array,
	index: number,
	step: number,
): { gradient: Float64Array; covariance: Matrix } {
	const seen = STENCIL.map(([steps, weight]) => {
		const moved = Float64Array.from(theta);
		moved[index] = at(theta, index) + steps * step;
		return { weight: weight / step, gradient: gradientAt(parts, moved, 1), covariance: covarianceAtTheta(parts) };
	});
	const gradient = theta.map((_, other) => sum(seen.map((one) => one.weight * at(one.gradient, other))));
	const covariance = seen
		.map((one) => Matrix.mul(one.covariance, one.weight))
		.reduce((total, one) => Matrix.add(total, one));
	return { gradient, covariance };
}

/** The size of a parameter at which its effect has about the variance of the residuals. */
function naturalScale(transforms: readonly Matrix[], parameter: number): number {
	let start = 0;
	for (const transform of transforms) {
		for (let column = 0; column < transform.rows; column += 1)
			for (let row = column; row < transform.rows; row += 1) {
				if (start === parameter) return 1 / Math.sqrt(sum(transform.getColumn(row).map((value) => value ** 2)));
				start += 1;
			}
	}
	return 1;
}
