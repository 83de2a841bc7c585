import { Matrix } from "ml-matrix";
import { at, dot } from "../numeric/arrays.ts";
import { choleskyInPlace, inverseFromCholesky } from "../numeric/cholesky.ts";

/** A concave log likelihood with its slope and its information (the negative second derivatives; row-major). */
export type Curvature = { readonly value: number; readonly slope: Float64Array; readonly information: Float64Array };

export type Maximum = {
	readonly point: Float64Array;
	readonly value: number;
	readonly slope: Float64Array;
	/** The inverse of the information. */
	readonly covariance: Matrix;
	readonly converged: boolean;
	/** The last Newton step. If the likelihood rises for ever, this is its direction. */
	readonly lastStep: Float64Array;
};

const MOST_ITERATIONS = 100;
const MOST_HALVINGS = 30;
/** Half of slope times step: the expected gain of one more step. */
const TOLERANCE = 1e-18;

/**
 * Newton's method with step halving. After a long search, `unbounded` checks a step and stops the search if the likelihood has
 * no maximum. Null if the information is singular.
 */
export function maximise(
	of: (point: Float64Array) => Curvature,
	start: Float64Array,
	unbounded: (step: Float64Array, iteration: number) => boolean = () => false,
	tolerance = TOLERANCE,
): Maximum | null {
	let point = start;
	let current = of(point);
	for (let iteration = 0; ; iteration += 1) {
		const covariance = inverted(current.information, point.length);
		if (!covariance) return null;
		const step = times(covariance, current.slope);
		const gain = dot(step, current.slope) / 2;
		const result = { point, value: current.value, slope: current.slope, covariance, lastStep: step };
		if (gain <= tolerance * (1 + Math.abs(current.value))) return { ...result, converged: true };
		if (iteration >= MOST_ITERATIONS || unbounded(step, iteration)) return { ...result, converged: false };
		const next = climb(of, point, step, current.value);
		// Rounding errors prevent a higher value, so this is the maximum.
		if (!next) return { ...result, converged: gain <= 1e-8 };
		[point, current] = next;
	}
}

function climb(
	of: (point: Float64Array) => Curvature,
	point: Float64Array,
	step: Float64Array,
	value: number,
): [Float64Array, Curvature] | null {
	let length = 1;
	for (let halving = 0; halving < MOST_HALVINGS; halving += 1) {
		const candidate = point.map((coordinate, index) => coordinate + length * at(step, index));
		const found = of(candidate);
		if (found.value >= value - 1e-13 * (1 + Math.abs(value))) return [candidate, found];
		length /= 2;
	}
	return null;
}

export function inverted(information: Float64Array, size: number): Matrix | null {
	const factor = Float64Array.from(information);
	if (!choleskyInPlace(factor, size)) return null;
	return Matrix.from1DArray(size, size, inverseFromCholesky(factor, size, size));
}

export const times = (matrix: Matrix, vector: Float64Array): Float64Array =>
	Float64Array.from(matrix.mmul(Matrix.columnVector(Array.from(vector))).to1DArray());
