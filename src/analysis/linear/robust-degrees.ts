import { Matrix } from "ml-matrix";
import { at, dot } from "../numeric/arrays.ts";

/** One cluster in the coordinates in which X'WX is the identity. */
export type ClusterRows = {
	readonly columns: readonly Float64Array[];
	readonly weights: Float64Array | null;
	readonly residuals: Float64Array;
	/** Multiplies a vector of the cluster's rows by its symmetric adjustment matrix. */
	readonly adjust: (values: Float64Array) => Float64Array;
};

/**
 * Satterthwaite's degrees of freedom of a cluster-robust variance for a combination of coefficients in the clusters'
 * coordinates: (sum of P_jj)² / sum of P_ij², with P_ij the covariance of two clusters' contributions under an identity working
 * model. Bell and McCaffrey (2002); Pustejovsky and Tipton (2018, J Bus Econ Stat 36:672-683, section 3).
 */
export function satterthwaiteOf(clusters: readonly ClusterRows[]): (weights: readonly number[]) => number {
	const weightSquares = clusters.some(({ weights }) => weights) ? squaredWeights(clusters) : null;
	return (weights) => {
		const parts = clusters.map((cluster) => contribution(cluster, weights));
		const width = weights.length;
		const between = betweenClusters(width, weightSquares);
		const own = parts.map(({ square }) => square);
		const shared = parts.map(({ loadings }) => bilinear(between, loadings, loadings));
		const gram = gramOf(parts.map(({ loadings }) => loadings));
		const crossed = between.mmul(gram);
		const squares = own.reduce((total, value, j) => total + value * value - 2 * value * (shared[j] ?? 0), 0);
		const trace = own.reduce((total, value, j) => total + value - (shared[j] ?? 0), 0);
		return trace ** 2 / (squares + crossed.mmul(crossed).trace());
	};
}

type Contribution = { readonly square: number; readonly loadings: readonly number[] };

/** g = A W X c of one cluster: its square, and X'g and X'W g. */
function contribution({ columns, weights, adjust }: ClusterRows, combination: readonly number[]): Contribution {
	const rows = columns[0]?.length ?? 0;
	const fitted = new Float64Array(rows).map((_, row) =>
		columns.reduce((total, column, k) => total + (combination[k] ?? 0) * at(column, row), 0),
	);
	const g = adjust(weights ? fitted.map((value, row) => value * at(weights, row)) : fitted);
	const plain = columns.map((column) => dot(column, g));
	if (!weights) return { square: dot(g, g), loadings: plain };
	const heavy = g.map((value, row) => value * at(weights, row));
	return { square: dot(g, g), loadings: [...plain, ...columns.map((column) => dot(column, heavy))] };
}

/** N of P_ij = [i = j] g_i'g_i - z_i' N z_j, with z the loadings. */
function betweenClusters(width: number, weightSquares: Matrix | null): Matrix {
	if (!weightSquares) return Matrix.eye(width);
	const matrix = Matrix.zeros(2 * width, 2 * width);
	matrix.setSubMatrix(Matrix.mul(weightSquares, -1), 0, 0);
	matrix.setSubMatrix(Matrix.eye(width), 0, width);
	matrix.setSubMatrix(Matrix.eye(width), width, 0);
	return matrix;
}

function squaredWeights(clusters: readonly ClusterRows[]): Matrix {
	const width = clusters[0]?.columns.length ?? 0;
	const total = Matrix.zeros(width, width);
	for (const { columns, weights } of clusters) {
		const heavy = columns.map((column) => column.map((value, row) => value * at(weights ?? column, row)));
		total.add(new Matrix(heavy.map((one) => heavy.map((other) => dot(one, other)))));
	}
	return total;
}

function gramOf(vectors: readonly (readonly number[])[]): Matrix {
	const rows = new Matrix(vectors.map((vector) => [...vector]));
	return rows.transpose().mmul(rows);
}

const bilinear = (matrix: Matrix, one: readonly number[], other: readonly number[]): number =>
	one.reduce((total, left, i) => total + left * other.reduce((sum, right, j) => sum + matrix.get(i, j) * right, 0), 0);
