import { Matrix } from "ml-matrix";
import type { FittedModel } from "../inference/marginal-means.ts";
import { range } from "../numeric/arrays.ts";
import type { LikelihoodFit } from "./fit.ts";
import { thresholdCount } from "./ordinal.ts";

/**
 * An ordinal fit on its latent scale: the predictor minus the mean of the thresholds, as in emmeans for `clm` with `mode =
 * "latent"`. The intercept replaces the thresholds, so it has the columns of the design again.
 */
export function latentModel(fit: LikelihoodFit): FittedModel {
	const cuts = thresholdCount(fit.frame);
	const slopes = fit.kept.length - cuts;
	const combine = Matrix.zeros(1 + slopes, cuts + slopes);
	for (const cut of range(cuts)) combine.set(0, cut, -1 / cuts);
	for (const slope of range(slopes)) combine.set(1 + slope, cuts + slope, 1);
	const thresholds = fit.estimates.slice(0, cuts);
	return {
		frame: fit.frame,
		design: fit.design,
		names: fit.frame.fixed.names,
		kept: [0, ...fit.kept.slice(cuts).map((place) => place - cuts + 1)],
		estimates: Float64Array.from([
			-thresholds.reduce((total, value) => total + value, 0) / cuts,
			...fit.estimates.slice(cuts),
		]),
		covariance: combine.mmul(fit.covariance).mmul(combine.transpose()),
		degreesOf: fit.degreesOf,
	};
}
