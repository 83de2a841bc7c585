import { at } from "../numeric/arrays.ts";

/** After so many Newton steps, each of which adds about 1 to the log odds of separated rows, what converges has converged. */
export const LONG_SEARCH = 20;

/** What counts as no movement beside the largest. Rows that overlap move by e^-20 by then. */
const STILL = 1e-5;

/**
 * Is this step a direction in which the likelihood rises for ever? It is where no row's predictor moves away from its response
 * (`sides`: 1 up, -1 down, 0 neither) and some move towards it: separation, complete or quasi-complete (Albert and Anderson
 * 1984, Biometrika 71:1-10).
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

/** The coefficients that go to infinity along `direction`: those that move their column's predictor visibly. */
export function infiniteCoefficients(
	direction: Float64Array,
	columns: readonly (Float64Array | undefined)[],
): Set<number> {
	const moves = Array.from(direction, (value, index) => {
		const column = columns[index] ?? Float64Array.of(1);
		const size = Math.sqrt(column.reduce((total, one) => total + one * one, 0) / column.length);
		return Math.abs(value) * size;
	});
	const largest = Math.max(...moves);
	return new Set(moves.flatMap((move, index) => (move > 10 * STILL * largest ? [index] : [])));
}
