import { Matrix } from "ml-matrix";
import { addScaled, at, dot } from "./arrays.ts";

/** Columns X = Q R: `basis` has orthonormal columns, `upper` is R. Both have the columns of `kept`, in their order. */
export type Orthogonal = {
	readonly basis: readonly Float64Array[];
	readonly upper: Matrix;
	readonly kept: readonly number[];
	/** Columns that are linear combinations of earlier ones, with their coefficients on the basis. */
	readonly dropped: readonly Dropped[];
};

export type Dropped = { readonly column: number; readonly onBasis: readonly number[] };

/** R's `lm` and lme4 drop a column if less than this share of its length is new. */
const NEW_SHARE = 1e-7;

/**
 * Gram-Schmidt with reorthogonalisation ("twice is enough": Giraud, Langou, Rozloznik 2005, Computers Math Applic
 * 50:1069-1075). Columns that add nothing to those before are dropped, as in R's `dqrdc2`.
 */
export function orthogonalise(columns: readonly Float64Array[]): Orthogonal {
	const basis: Float64Array[] = [];
	const coefficients: number[][] = [];
	const kept: number[] = [];
	const dropped: Dropped[] = [];
	columns.forEach((column, index) => {
		const rest = Float64Array.from(column);
		const onBasis = projectOut(rest, basis);
		const length = Math.sqrt(dot(rest, rest));
		if (length > NEW_SHARE * Math.sqrt(dot(column, column))) {
			basis.push(rest.map((value) => value / length));
			coefficients.push([...onBasis, length]);
			kept.push(index);
		} else dropped.push({ column: index, onBasis });
	});
	return { basis, upper: upperOf(coefficients), kept, dropped };
}

/** Subtracts the projection on the basis from `rest` in place, twice if little is left after the first time. Returns the coefficients. */
export function projectOut(rest: Float64Array, basis: readonly Float64Array[]): number[] {
	const before = dot(rest, rest);
	const first = basis.map((unit) => subtractProjection(rest, unit));
	// Rounding errors of the first pass matter only if most of the vector was removed.
	if (dot(rest, rest) > before / 2) return first;
	const second = basis.map((unit) => subtractProjection(rest, unit));
	return first.map((value, index) => value + (second[index] ?? 0));
}

function subtractProjection(rest: Float64Array, unit: Float64Array): number {
	const share = dot(unit, rest);
	addScaled(rest, -share, unit);
	return share;
}

function upperOf(columns: readonly (readonly number[])[]): Matrix {
	const upper = Matrix.zeros(columns.length, columns.length);
	columns.forEach((column, j) => {
		column.forEach((value, i) => {
			upper.set(i, j, value);
		});
	});
	return upper;
}

/** R^-1 of an upper triangle, by back substitution. */
export function upperInverse(upper: Matrix): Matrix {
	const n = upper.rows;
	const inverse = Matrix.zeros(n, n);
	for (let j = 0; j < n; j += 1) {
		inverse.set(j, j, 1 / upper.get(j, j));
		for (let i = j - 1; i >= 0; i -= 1) {
			let total = 0;
			for (let k = i + 1; k <= j; k += 1) total += upper.get(i, k) * inverse.get(k, j);
			inverse.set(i, j, -total / upper.get(i, i));
		}
	}
	return inverse;
}

/** The sum over columns of coefficient times column. */
export function combination(
	columns: readonly Float64Array[],
	coefficients: ArrayLike<number>,
	rows: number,
): Float64Array {
	const total = new Float64Array(rows);
	columns.forEach((column, index) => {
		addScaled(total, coefficients[index] ?? 0, column);
	});
	return total;
}

/** A matrix with these columns. */
export function asMatrix(columns: readonly Float64Array[], rows: number): Matrix {
	const matrix = new Matrix(rows, columns.length);
	columns.forEach((column, j) => {
		for (let i = 0; i < rows; i += 1) matrix.set(i, j, at(column, i));
	});
	return matrix;
}
