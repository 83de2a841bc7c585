import type { WithInterval } from "../agreement/diversity.ts";
import { weightedAlpha } from "../agreement/krippendorff.ts";
import { weightedKappa } from "../agreement/weighted-kappa.ts";
import type { Missing } from "../inference/coefficients.ts";
import { at, sum } from "../numeric/arrays.ts";
import { overClusters } from "./clusters.ts";
import type { Sampling } from "./sampling.ts";

/** A judge's and a person's value for the same unit. */
export type LabelledScore = {
	readonly unit: string;
	/** The cluster of the unit, such as its participant: units of one cluster are drawn together. */
	readonly cluster: string;
	readonly judge: number;
	readonly human: number;
};

const NAMES = ["meanAbsoluteError", "bias", "exact", "withinOne", "kappa", "alpha"] as const;

export type Calibration = Readonly<Record<(typeof NAMES)[number], WithInterval | Missing>> & {
	readonly n: number;
	readonly clusters: number;
};

/**
 * Agreement of a judge with people on a numeric item: mean absolute error, bias (judge minus human), the shares of equal values
 * and of values at most 1 apart, quadratic weighted kappa (Cohen 1968) and Krippendorff's alpha on the interval scale, with
 * percentile intervals over draws of clusters. The labelled units must be a random subset of the judged ones.
 */
export function calibrate(labelled: readonly LabelledScore[], sampling: Sampling): Calibration | Missing {
	if (labelled.length === 0) return { missing: "No unit has both a judge's score and a person's." };
	const differences = Float64Array.from(labelled, ({ judge, human }) => judge - human);
	const units = labelled.map(({ judge, human }) => [judge, human]);
	const clusters = labelled.map(({ cluster }) => cluster);
	const statistics = (weights: Float64Array) => {
		const total = sum(weights);
		const weighed = (of: (difference: number) => number): number =>
			sum(weights.map((weight, index) => weight * of(at(differences, index)))) / total;
		const alpha = weightedAlpha(units, weights, "interval");
		return {
			meanAbsoluteError: weighed(Math.abs),
			bias: weighed((difference) => difference),
			exact: weighed((difference) => Number(difference === 0)),
			withinOne: weighed((difference) => Number(Math.abs(difference) <= 1)),
			kappa: weightedKappa(units, weights, "quadratic"),
			alpha: "missing" in alpha ? Number.NaN : alpha.alpha,
		};
	};
	return {
		...overClusters(clusters, NAMES, statistics, sampling),
		n: labelled.length,
		clusters: new Set(clusters).size,
	};
}

const CATEGORY_NAMES = ["exact", "kappa", "alpha"] as const;

export type CategoryCalibration = Readonly<Record<(typeof CATEGORY_NAMES)[number], WithInterval | Missing>> & {
	readonly n: number;
	readonly clusters: number;
};

/** The same for a categorical item, such as a topic: the share of equal values, Cohen's kappa (1960) and nominal alpha. */
export function calibrateCategories(
	labelled: readonly LabelledScore[],
	sampling: Sampling,
): CategoryCalibration | Missing {
	if (labelled.length === 0) return { missing: "No unit has both a judge's value and a person's." };
	const units = labelled.map(({ judge, human }) => [judge, human]);
	const clusters = labelled.map(({ cluster }) => cluster);
	const statistics = (weights: Float64Array) => {
		const equal = weights.map((weight, index) => weight * Number(labelled[index]?.judge === labelled[index]?.human));
		const alpha = weightedAlpha(units, weights, "nominal");
		return {
			exact: sum(equal) / sum(weights),
			kappa: weightedKappa(units, weights, "unweighted"),
			alpha: "missing" in alpha ? Number.NaN : alpha.alpha,
		};
	};
	return {
		...overClusters(clusters, CATEGORY_NAMES, statistics, sampling),
		n: labelled.length,
		clusters: new Set(clusters).size,
	};
}
