import type { RandomStream } from "../../randomisation/draw/generator.ts";
import type { Factor } from "../formula/values.ts";
import { add, at, range } from "../numeric/arrays.ts";
import { clusterBootstrap, type Draws } from "../numeric/bootstrap.ts";
import { choleskyInPlace } from "../numeric/cholesky.ts";
import { rowsByCode } from "./cluster-robust.ts";
import type { LeastSquaresFit } from "./least-squares.ts";

/** Bootstrap draws of the kept least-squares coefficients, drawing whole clusters. */
export function bootstrapLeastSquares(
	fit: LeastSquaresFit,
	clusters: Factor,
	draws: number,
	stream: RandomStream,
): Draws {
	const { basis, residuals, toOriginal, leastSquares } = fit.design;
	const width = basis.length;
	const perCluster = rowsByCode(clusters).map((rows) => crossProducts([...basis, residuals], rows));
	const size = width + 1;
	return clusterBootstrap(perCluster.length, draws, stream, (weights) => {
		const total = new Float64Array(size * size);
		perCluster.forEach((products, cluster) => {
			const weight = at(weights, cluster);
			if (weight !== 0)
				for (let index = 0; index < total.length; index += 1) add(total, index, weight * at(products, index));
		});
		const change = solvedLastRow(total, size);
		if (!change) return null;
		return leastSquares.map((value, row) =>
			range(width).reduce((sum, column) => sum + toOriginal.get(row, column) * at(change, column), value),
		);
	});
}

function crossProducts(columns: readonly Float64Array[], rows: readonly number[]): Float64Array {
	const size = columns.length;
	const products = new Float64Array(size * size);
	columns.forEach((one, i) => {
		columns.forEach((other, j) => {
			if (j <= i) for (const row of rows) add(products, i * size + j, at(one, row) * at(other, row));
		});
	});
	return products;
}

/**
 * Coefficients of the last column on the others, from the lower triangle of their cross-products. Null if the columns are
 * linearly dependent.
 */
export function solvedLastRow(products: Float64Array, size: number): Float64Array | null {
	const scale = at(products, 0);
	if (!choleskyInPlace(products, size)) return null;
	const width = size - 1;
	const solution = new Float64Array(width);
	for (let row = width - 1; row >= 0; row -= 1) {
		const pivot = at(products, row * size + row);
		if (pivot * pivot < 1e-10 * scale) return null;
		let total = at(products, width * size + row);
		for (let k = row + 1; k < width; k += 1) total -= at(products, k * size + row) * at(solution, k);
		solution[row] = total / pivot;
	}
	return solution;
}
