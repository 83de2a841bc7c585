import { FormulaError } from "../formula/expression.ts";
import type { Missing } from "../inference/coefficients.ts";
import { type JointTest, jointTest } from "../inference/joint-test.ts";
import {
	type Contrast,
	type FittedModel,
	type MarginalMean,
	marginalMeans,
	pairwiseContrasts,
} from "../inference/marginal-means.ts";

/** Marginal means of the factors' combinations, the test that all are equal, and all pairwise differences. */
export function meansOf(
	fit: FittedModel,
	factors: readonly string[],
): { means: Omit<MarginalMean, "weights" | "offset">[]; equality: JointTest | Missing; contrasts: Contrast[] } {
	const means = marginalMeans(fit, factors);
	if (!means.ok) throw new FormulaError(means.error);
	return {
		means: means.value.map(({ weights: _weights, offset: _offset, ...mean }) => mean),
		equality: equalityOf(fit, means.value),
		contrasts: pairwiseContrasts(fit, means.value),
	};
}

function equalityOf(fit: FittedModel, means: readonly MarginalMean[]): JointTest | Missing {
	const lacking = means.find((mean) => "missing" in mean);
	if (lacking && "missing" in lacking)
		return { missing: `The mean of ${lacking.label} is missing: ${lacking.missing}` };
	const [first, ...others] = means;
	return jointTest(
		fit,
		others.map(({ weights }) => weights.map((weight, index) => weight - (first?.weights[index] ?? 0))),
	);
}
