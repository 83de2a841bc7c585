import { FormulaError } from "../formula/expression.ts";
import type { ModelFrame } from "../formula/model-frame.ts";
import type { LinearEstimates } from "../inference/coefficients.ts";
import { type FixedDesign, fixedDesign } from "./fixed-design.ts";

export type LeastSquaresFit = LinearEstimates & {
	readonly frame: ModelFrame;
	readonly design: FixedDesign;
	readonly n: number;
	readonly residualSd: number;
	readonly residualDf: number;
	readonly rSquared: number;
	readonly logLik: number;
	/** The number of coefficients plus one for the residual variance. */
	readonly parameters: number;
};

/** Ordinary or weighted least squares, as in R's `lm`. Throws a FormulaError if the data cannot identify the model. */
export function fitLeastSquares(frame: ModelFrame, weights?: string): LeastSquaresFit {
	const design = fixedDesign(frame, weights);
	const n = frame.rows.length;
	const residualDf = n - design.kept.length;
	if (residualDf < 1)
		throw new FormulaError(
			`${n} rows cannot identify ${design.kept.length} coefficients and a residual variance. Use fewer terms or more rows.`,
		);
	const variance = design.residualSquares / residualDf;
	if (design.residualSquares <= 1e-24 * design.totalSquares)
		throw new FormulaError(
			"The model fits the data without any residual, so no standard error can be estimated. Use fewer terms.",
		);
	return {
		frame,
		design,
		names: design.names,
		kept: design.kept,
		estimates: design.leastSquares,
		covariance: design.toOriginal.mmul(design.toOriginal.transpose()).mul(variance),
		degreesOf: () => residualDf,
		n,
		residualSd: Math.sqrt(variance),
		residualDf,
		rSquared: 1 - design.residualSquares / design.totalSquares,
		logLik: (design.logWeights - n * (Math.log((2 * Math.PI * design.residualSquares) / n) + 1)) / 2,
		parameters: design.kept.length + 1,
	};
}
