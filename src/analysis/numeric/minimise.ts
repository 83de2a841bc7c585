import { Matrix } from "ml-matrix";
import { at, dot } from "./arrays.ts";

/** A function's value and gradient at a point. */
export type Evaluation = { readonly value: number; readonly gradient: Float64Array };

export type Minimum = {
	readonly point: Float64Array;
	readonly value: number;
	readonly gradient: Float64Array;
	readonly inverseHessian: Matrix;
	readonly iterations: number;
	readonly converged: boolean;
};

export type Start = { readonly point: Float64Array; readonly inverseHessian?: Matrix; readonly tolerance?: number };

const MOST_ITERATIONS = 300;
const MOST_HALVINGS = 40;
/** Half the expected decrease of one more step. At 1e-16 an estimate is off by about 1e-8 of its standard error. */
const TOLERANCE = 1e-16;
const SUFFICIENT_DECREASE = 1e-4;

/** The longest first step. */
const FIRST_STEP = 0.4;

/**
 * The BFGS method with backtracking (Nocedal and Wright 2006, Numerical Optimization, algorithms 3.1 and 6.1). Values that are
 * not finite count as too high.
 */
export function minimise(of: (point: Float64Array) => Evaluation, start: Start): Minimum {
	const tolerance = start.tolerance ?? TOLERANCE;
	let point = start.point;
	let current = of(point);
	let inverseHessian = start.inverseHessian ?? firstHessian(current.gradient);
	for (let iterations = 0; ; iterations += 1) {
		const result = { point, ...current, inverseHessian, iterations };
		const direction = newtonStep(inverseHessian, current.gradient);
		const slope = dot(direction, current.gradient);
		if (-slope / 2 <= tolerance) return { ...result, converged: true };
		if (iterations === MOST_ITERATIONS) return { ...result, converged: false };
		const next = search(of, point, current, direction, slope);
		if (!next) return { ...result, converged: -slope / 2 <= noise(current.value) };
		inverseHessian = updated(
			inverseHessian,
			difference(next.point, point),
			difference(next.gradient, current.gradient),
			{
				first: iterations === 0 && start.inverseHessian === undefined,
			},
		);
		point = next.point;
		current = next;
	}
}

type Step = Evaluation & { readonly point: Float64Array };

function search(
	of: (point: Float64Array) => Evaluation,
	point: Float64Array,
	current: Evaluation,
	direction: Float64Array,
	slope: number,
): Step | null {
	let length = 1;
	for (let halving = 0; halving < MOST_HALVINGS; halving += 1) {
		const candidate = point.map((value, index) => value + length * at(direction, index));
		const found = of(candidate);
		const bound = current.value + SUFFICIENT_DECREASE * length * slope;
		if (found.value <= bound || isAtMinimum(found, current)) return { point: candidate, ...found };
		length *= shrinkage(current.value, slope * length, found.value);
	}
	return null;
}

/** Near the minimum, values differ only by rounding, but the gradient still gives the direction. */
const isAtMinimum = (found: Evaluation, current: Evaluation): boolean =>
	found.value <= current.value + noise(current.value) && largest(found.gradient) < largest(current.gradient);

const noise = (value: number): number => 1e-11 * (1 + Math.abs(value));

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** The minimum of the parabola through both values and the slope, kept between a tenth and a half. */
function shrinkage(before: number, decrease: number, after: number): number {
	const best = -decrease / (2 * (after - before - decrease));
	return Number.isFinite(best) ? Math.min(0.5, Math.max(0.1, best)) : 0.1;
}

const firstHessian = (gradient: Float64Array): Matrix =>
	Matrix.eye(gradient.length).mul(FIRST_STEP / Math.max(1, Math.sqrt(dot(gradient, gradient))));

const newtonStep = (inverseHessian: Matrix, gradient: Float64Array): Float64Array =>
	Float64Array.from(gradient, (_, row) => {
		let total = 0;
		for (let column = 0; column < gradient.length; column += 1)
			total -= inverseHessian.get(row, column) * at(gradient, column);
		return total;
	});

const difference = (one: Float64Array, other: Float64Array): Float64Array =>
	one.map((value, index) => value - at(other, index));

/** The BFGS update of the inverse; skipped if the curvature along the step is not positive. */
function updated(inverse: Matrix, step: Float64Array, change: Float64Array, { first }: { first: boolean }): Matrix {
	const curvature = dot(step, change);
	if (!(curvature > 1e-14 * Math.sqrt(dot(step, step) * dot(change, change)))) return inverse;
	const base = first ? Matrix.eye(step.length).mul(curvature / dot(change, change)) : inverse;
	const moved = Float64Array.from(newtonStep(base, change), (value) => -value);
	const scale = (1 + dot(change, moved) / curvature) / curvature;
	const result = base.clone();
	for (let i = 0; i < step.length; i += 1)
		for (let j = 0; j < step.length; j += 1) {
			const both = at(step, i) * at(moved, j) + at(moved, i) * at(step, j);
			result.set(i, j, base.get(i, j) + scale * at(step, i) * at(step, j) - both / curvature);
		}
	return result;
}
