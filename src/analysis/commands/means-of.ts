import { FormulaError } from "../formula/expression.ts";
import {
	type Contrast,
	type FittedModel,
	type MarginalMean,
	marginalMeans,
	pairwiseContrasts,
} from "../inference/marginal-means.ts";

/** Marginal means of the factors' combinations and all differences between them. */
export function meansOf(
	fit: FittedModel,
	factors: readonly string[],
): { means: Omit<MarginalMean, "weights" | "offset">[]; contrasts: Contrast[] } {
	const means = marginalMeans(fit, factors);
	if (!means.ok) throw new FormulaError(means.error);
	return {
		means: means.value.map(({ weights: _weights, offset: _offset, ...mean }) => mean),
		contrasts: pairwiseContrasts(fit, means.value),
	};
}
