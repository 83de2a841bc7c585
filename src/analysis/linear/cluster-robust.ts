import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { FormulaError } from "../formula/expression.ts";
import type { Factor } from "../formula/values.ts";
import { type LinearEstimates, quadraticForm } from "../inference/coefficients.ts";
import { at, range } from "../numeric/arrays.ts";
import { orthogonalise } from "../numeric/orthogonal.ts";
import type { LeastSquaresFit } from "./least-squares.ts";
import { type ClusterRows, satterthwaiteOf } from "./robust-degrees.ts";

/** CR0: no correction. CR1: times G / (G - 1) for G clusters. CR1S: as in Stata. CR2: unbiased under an identity working model. */
export type RobustType = "CR0" | "CR1" | "CR1S" | "CR2";

/**
 * Least squares with standard errors that allow any correlation within clusters: Bell and McCaffrey (2002, Survey Methodology
 * 28:169-181) and Pustejovsky and Tipton (2018, J Bus Econ Stat 36:672-683), with an identity working model and Satterthwaite's
 * degrees of freedom, as in R's clubSandwich for `lm`. Throws a FormulaError for a single cluster.
 */
export function clusterRobust(fit: LeastSquaresFit, clusters: Factor, type: RobustType = "CR2"): LinearEstimates {
	const count = clusters.levels.length;
	if (count < 2) throw new FormulaError("Cluster-robust errors need at least two clusters, and these rows have one.");
	const { toOriginal, kept } = fit.design;
	const rows = clusterRows(fit, clusters, type);
	const width = kept.length;
	const meat = Matrix.zeros(width, width);
	for (const cluster of rows) addSquare(meat, scoreOf(cluster));
	const scale = smallSampleScale(type, count, fit.n, width);
	const covariance = toOriginal.mmul(meat).mmul(toOriginal.transpose()).mul(scale);
	const degrees = satterthwaiteOf(rows);
	// If every cluster gives the same difference, only rounding errors remain.
	const isNothing = (weights: Float64Array): boolean =>
		quadraticForm(covariance, weights) < 1e-18 * quadraticForm(fit.covariance, weights);
	return {
		names: fit.names,
		kept,
		estimates: fit.estimates,
		covariance,
		degreesOf: (weights) =>
			isNothing(weights)
				? 0
				: degrees(
						toOriginal
							.transpose()
							.mmul(Matrix.columnVector(Array.from(weights)))
							.to1DArray(),
					),
	};
}

function smallSampleScale(type: RobustType, clusters: number, rows: number, width: number): number {
	if (type === "CR1") return clusters / (clusters - 1);
	return type === "CR1S" ? (clusters * (rows - 1)) / ((clusters - 1) * (rows - width)) : 1;
}

function clusterRows({ design }: LeastSquaresFit, clusters: Factor, type: RobustType): ClusterRows[] {
	const { basis, rootWeights } = design;
	const unweighted = (column: Float64Array): Float64Array =>
		rootWeights ? column.map((value, row) => value / at(rootWeights, row)) : column;
	const columns = basis.map(unweighted);
	const residuals = unweighted(design.residuals);
	const weightSquares = rootWeights ? spreadOfWeights(columns, rootWeights) : null;
	return rowsByCode(clusters).map((rows) => {
		const pick = (values: Float64Array): Float64Array => Float64Array.from(rows, (row) => at(values, row));
		const own = {
			columns: columns.map(pick),
			weights: rootWeights ? pick(rootWeights).map((root) => root * root) : null,
			residuals: pick(residuals),
		};
		return { ...own, adjust: type === "CR2" ? adjustment(own, weightSquares) : (values) => values };
	});
}

export function rowsByCode({ codes, levels }: Factor): number[][] {
	const rows: number[][] = range(levels.length).map(() => []);
	codes.forEach((code, row) => {
		rows[code]?.push(row);
	});
	return rows;
}

/** X'W²X in the coordinates in which X'WX is the identity. */
function spreadOfWeights(columns: readonly Float64Array[], rootWeights: Float64Array): Matrix {
	const heavier = columns.map((column) => column.map((value, row) => value * at(rootWeights, row) ** 4));
	return products(heavier, columns);
}

const products = (one: readonly Float64Array[], other: readonly Float64Array[]): Matrix =>
	new Matrix(
		one.map((left) => other.map((right) => left.reduce((total, value, row) => total + value * at(right, row), 0))),
	);

/**
 * The adjustment of CR2: G^-1/2, with G the covariance of the cluster's residuals under an identity working model. G differs
 * from the identity only on the span of X and WX, so eigenvalues of a small matrix are enough.
 */
function adjustment(
	{ columns, weights }: Pick<ClusterRows, "columns" | "weights">,
	weightSquares: Matrix | null,
): (values: Float64Array) => Float64Array {
	const weighted = weights ? columns.map((column) => column.map((value, row) => value * at(weights, row))) : columns;
	const { basis } = orthogonalise(weights ? [...columns, ...weighted] : columns);
	const onColumns = products(basis, columns);
	const hat = onColumns.mmul(products(basis, weighted).transpose());
	const squared = weightSquares ? onColumns.mmul(weightSquares).mmul(onColumns.transpose()) : hat;
	const identity = Matrix.eye(basis.length);
	const covariance = Matrix.sub(identity, hat).sub(hat.transpose()).add(squared);
	const change = inverseRoot(covariance).sub(identity);
	return (values) => {
		const moved = change.mmul(products(basis, [values])).to1DArray();
		return values.map((value, row) => basis.reduce((total, unit, k) => total + (moved[k] ?? 0) * at(unit, row), value));
	};
}

/** M^-1/2 of a symmetric matrix. Directions in which M is 0 stay 0, for example if a cluster alone determines a coefficient. */
function inverseRoot(matrix: Matrix): Matrix {
	const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
	const roots = realEigenvalues.map((value) => (value > 1e-12 ? 1 / Math.sqrt(value) : 0));
	return eigenvectorMatrix.mmul(Matrix.diag(roots)).mmul(eigenvectorMatrix.transpose());
}

/** X'W A e of one cluster. */
function scoreOf({ columns, weights, residuals, adjust }: ClusterRows): number[] {
	const adjusted = adjust(residuals);
	const weighted = weights ? adjusted.map((value, row) => value * at(weights, row)) : adjusted;
	return products(columns, [weighted]).to1DArray();
}

function addSquare(total: Matrix, vector: readonly number[]): void {
	vector.forEach((one, i) => {
		vector.forEach((other, j) => {
			total.set(i, j, total.get(i, j) + one * other);
		});
	});
}
