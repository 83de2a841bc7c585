import { inverse, Matrix, QrDecomposition } from "ml-matrix";
import { orthogonalise } from "../numeric/orthogonal.ts";
import type { RandomBlock } from "./elimination/blocks.ts";

/**
 * A random term in coordinates with orthogonal columns of unit mean square. The model is the same, and neither the scale of a
 * covariate nor its distance from 0 makes the search for its variance harder.
 */
export type UnitBlock = {
	readonly block: RandomBlock;
	/** T: the original columns are the unit columns times T, so unit effects are T times the original effects. */
	readonly toUnit: Matrix;
	/** Columns that are combinations of the term's other columns; they are left out. */
	readonly dropped: readonly number[];
	readonly kept: readonly number[];
};

export function unitBlock(block: RandomBlock): UnitBlock {
	const rows = block.codes.length;
	const { basis, upper, kept, dropped } = orthogonalise(block.columns);
	const scale = Math.sqrt(rows);
	const columns = basis.map((column) => column.map((value) => value * scale));
	return {
		block: { ...block, columns },
		toUnit: Matrix.mul(upper, 1 / scale),
		kept,
		dropped: dropped.map(({ column }) => column),
	};
}

/** The number of covariance parameters of a term with `width` effects. */
export const parameterCount = (width: number): number => (width * (width + 1)) / 2;

/** A lower triangle from its entries column by column, the order of lme4's theta. */
export function lowerTriangle(parameters: ArrayLike<number>, start: number, width: number): Matrix {
	const matrix = Matrix.zeros(width, width);
	let next = start;
	for (let column = 0; column < width; column += 1)
		for (let row = column; row < width; row += 1) {
			matrix.set(row, column, parameters[next] ?? 0);
			next += 1;
		}
	return matrix;
}

/** The entries of a lower triangle, column by column. */
export function lowerEntries(matrix: Matrix): number[] {
	const entries: number[] = [];
	for (let column = 0; column < matrix.columns; column += 1)
		for (let row = column; row < matrix.rows; row += 1) entries.push(matrix.get(row, column));
	return entries;
}

/** The relative covariance factor of the original effects: lower triangular, with a non-negative diagonal. */
export function originalFactor(unitFactor: Matrix, toUnit: Matrix): Matrix {
	const factor = inverse(toUnit).mmul(unitFactor);
	// Σ = F F' and F' = Q R give Σ = R' R. Unlike a Cholesky factor, R also exists for a singular Σ.
	const lower = new QrDecomposition(factor.transpose()).upperTriangularMatrix.transpose();
	for (let column = 0; column < lower.columns; column += 1)
		if (lower.get(column, column) < 0) lower.mulColumn(column, -1);
	return lower;
}

export const rowMajor = (matrix: Matrix): Float64Array => Float64Array.from(matrix.to1DArray());
