import { Matrix } from "ml-matrix";
import { FormulaError } from "../formula/expression.ts";
import type { Factor } from "../formula/values.ts";
import type { LinearEstimates } from "../inference/coefficients.ts";
import { at, indexAt } from "../numeric/arrays.ts";
import type { LikelihoodFit } from "./fit.ts";

/**
 * A maximum-likelihood fit with the cluster-robust covariance H^-1 (sum of s s') H^-1 G / (G - 1), with s the score of each of
 * G clusters (Liang and Zeger 1986, Biometrika 73:13-22), as in R's `sandwich::vcovCL(type = "HC0")`. Tests and intervals use t
 * with G - 1 degrees of freedom, which small numbers of clusters need.
 */
export function withClusters<T extends LikelihoodFit>(fit: T, clusters: Factor): T & LinearEstimates {
	const count = clusters.levels.length;
	if (count < 2) throw new FormulaError("Cluster-robust errors need at least two clusters, and these rows have one.");
	const covariance = sandwich(fit.covariance, scoresByCluster(fit.scores, clusters));
	return { ...fit, covariance, degreesOf: () => count - 1 };
}

/** H^-1 (sum of s s') H^-1 G / (G - 1), from H^-1 and one row of scores for each of G clusters. */
export function sandwich(inverseInformation: Matrix, scores: Matrix): Matrix {
	const meat = scores.transpose().mmul(scores);
	return inverseInformation
		.mmul(meat)
		.mmul(inverseInformation)
		.mul(scores.rows / (scores.rows - 1));
}

function scoresByCluster(scores: readonly Float64Array[], { codes, levels }: Factor): Matrix {
	const sums = Matrix.zeros(levels.length, scores.length);
	scores.forEach((column, index) => {
		for (let row = 0; row < codes.length; row += 1) {
			const code = indexAt(codes, row);
			sums.set(code, index, sums.get(code, index) + at(column, row));
		}
	});
	return sums;
}
