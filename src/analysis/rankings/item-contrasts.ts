import type { Matrix } from "ml-matrix";
import { combinationInference } from "../inference/coefficients.ts";
import { adjustedContrasts, type Contrast } from "../inference/marginal-means.ts";
import { range } from "../numeric/arrays.ts";
import type { RankingFit } from "./fit-rankings.ts";

/** All pairwise differences of log-worths, with p-values adjusted within this family. */
export function itemContrasts(fit: RankingFit, covariance: Matrix, df: number): Contrast[] {
	const { items } = fit.data;
	const estimates = {
		names: fit.names,
		kept: [...fit.names.keys()],
		estimates: fit.estimates,
		covariance,
		degreesOf: () => df,
	};
	const pairs = range(items.length).flatMap((one) =>
		range(items.length - one - 1).map((step) => [one, one + step + 1] as const),
	);
	return adjustedContrasts(
		pairs.map(([one, other]) => {
			const weights = new Float64Array(fit.names.length);
			if (one > 0) weights[one - 1] = 1;
			weights[other - 1] = -1;
			return { label: `${items[one]} - ${items[other]}`, ...combinationInference(estimates, weights) };
		}),
	);
}
