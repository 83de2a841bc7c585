import type { Matrix } from "ml-matrix";
import { at } from "../numeric/arrays.ts";

/** Each Newton step adds about 1 to the log odds of separated rows. After this many steps, all finite coefficients have converged. */
export const LONG_SEARCH = 20;

/** Movements below this share of the largest count as none. Overlapping rows move by only e^-20 by then. */
const STILL = 1e-5;

/**
 * Whether the likelihood rises for ever along this step: no row's predictor moves away from its response (`sides`: 1 up, -1
 * down, 0 neither) and some move towards it. This is complete or quasi-complete separation (Albert and Anderson 1984,
 * Biometrika 71:1-10).
 */
export function neverFalls(movement: Float64Array, sides: Float64Array): boolean {
	const largest = movement.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	return (
		largest > 1e-3 &&
		movement.every((value, row) => {
			const side = at(sides, row);
			return side === 0 ? Math.abs(value) <= STILL * largest : value * side >= -STILL * largest;
		})
	);
}

/**
 * Rows that are not separated give a coefficient far more information than this. By the end of the search, separated rows have
 * a variance of e^-20, so a coefficient that depends only on them can have any value.
 */
const NO_INFORMATION = 1e4;

/**
 * The coefficients without a finite estimate: those that visibly move their column's predictor along `direction`, and those
 * that depend only on separated rows.
 */
export function infiniteCoefficients(
	direction: Float64Array,
	columns: readonly (Float64Array | undefined)[],
	covariance: Matrix,
): Set<number> {
	const sizes = columns.map((column = Float64Array.of(1)) =>
		Math.sqrt(column.reduce((total, one) => total + one * one, 0) / column.length),
	);
	const moves = Array.from(direction, (value, index) => Math.abs(value) * (sizes[index] ?? 1));
	const largest = Math.max(...moves);
	const isUnknown = (index: number): boolean =>
		covariance.get(index, index) * (sizes[index] ?? 1) ** 2 > NO_INFORMATION;
	return new Set(moves.flatMap((move, index) => (move > 10 * STILL * largest || isUnknown(index) ? [index] : [])));
}
