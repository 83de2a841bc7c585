import { add, at } from "./arrays.ts";

/**
 * Replaces the lower triangle of a symmetric matrix (row-major, n x n) by its Cholesky factor. False if the matrix is not
 * positive definite; its contents are then undefined.
 */
export function choleskyInPlace(matrix: Float64Array, n: number): boolean {
	for (let row = 0; row < n; row += 1) {
		for (let column = 0; column <= row; column += 1) {
			let value = at(matrix, row * n + column);
			for (let k = 0; k < column; k += 1) value -= at(matrix, row * n + k) * at(matrix, column * n + k);
			if (column < row) matrix[row * n + column] = value / at(matrix, column * n + column);
			else if (value > 0) matrix[row * n + row] = Math.sqrt(value);
			else return false;
		}
	}
	return true;
}

/** The inverse (row-major, both triangles) of the leading `size` rows and columns of a matrix, from its Cholesky factor with `n` rows. */
export function inverseFromCholesky(factor: Float64Array, n: number, size: number): Float64Array {
	const inverse = lowerInverse(factor, n, size);
	const result = new Float64Array(size * size);
	// Row by row in memory: the columns of a large triangle do not fit into a cache.
	for (let k = 0; k < size; k += 1)
		for (let i = 0; i <= k; i += 1) {
			const weight = at(inverse, k * size + i);
			if (weight !== 0) for (let j = 0; j <= i; j += 1) add(result, i * size + j, weight * at(inverse, k * size + j));
		}
	for (let i = 0; i < size; i += 1) for (let j = 0; j < i; j += 1) result[j * size + i] = at(result, i * size + j);
	return result;
}

/** The inverse of the leading lower triangle, row-major. */
export function lowerInverse(factor: Float64Array, n: number, size: number): Float64Array {
	const inverse = new Float64Array(size * size);
	for (let row = 0; row < size; row += 1) {
		const diagonal = 1 / at(factor, row * n + row);
		inverse[row * size + row] = diagonal;
		for (let k = 0; k < row; k += 1) {
			const weight = -at(factor, row * n + k) * diagonal;
			if (weight !== 0)
				for (let column = 0; column <= k; column += 1)
					inverse[row * size + column] = at(inverse, row * size + column) + weight * at(inverse, k * size + column);
		}
	}
	return inverse;
}
