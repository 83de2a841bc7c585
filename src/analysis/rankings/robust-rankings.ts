import { Matrix } from "ml-matrix";
import type { RandomStream } from "../../randomisation/draw/generator.ts";
import { times } from "../likelihood/newton.ts";
import { sandwich } from "../likelihood/sandwich.ts";
import { at, dot } from "../numeric/arrays.ts";
import { clusterBootstrap, type Draws } from "../numeric/bootstrap.ts";
import { choiceCurvature, scoresByPerson, scratchOf, totalsOf } from "./choice-likelihood.ts";
import type { RankingFit } from "./fit-rankings.ts";

/**
 * The covariance of a ranking fit that allows any dependence within participants (Liang and Zeger 1986), times G / (G - 1).
 * Null for fewer than two participants.
 */
export function robustCovariance(fit: RankingFit): Matrix | null {
	const { choices, maximum, pseudo, data } = fit;
	if (data.participants.length < 2) return null;
	const scores = scoresByPerson(choices, maximum.point)
		.slice(0, data.participants.length)
		// With pseudo-comparisons all worths are free; relative to the first item, its score follows from the others.
		.map((score) => Array.from(pseudo > 0 ? score.slice(1) : score));
	return sandwich(fit.covariance, new Matrix(scores));
}

const MOST_STEPS = 60;
/** Half of slope times step: less than a thousandth of a standard error. */
const DRAW_TOLERANCE = 5e-7;
/** A larger worth counts as having no finite maximum in the draw. */
const FARTHEST = 25;

/**
 * Bootstrap draws of a fit's estimates, drawing whole participants. Each draw starts from the fit's maximum and uses the fit's
 * own curvature, so it needs no second derivatives.
 */
export function bootstrapRankings(fit: RankingFit, draws: number, stream: RandomStream): Draws {
	const { choices, maximum, pseudo, data } = fit;
	const scratch = scratchOf(choices);
	return clusterBootstrap(data.participants.length, draws, stream, (drawn) => {
		const weights = pseudo > 0 ? Float64Array.of(...drawn, 1) : drawn;
		const totals = totalsOf(choices, weights);
		let point = maximum.point;
		for (let step = 0; step < MOST_STEPS; step += 1) {
			const { slope } = choiceCurvature(choices, totals, point, scratch, false);
			const change = times(maximum.covariance, slope);
			point = point.map((value, index) => value + at(change, index));
			if (point.some((value) => Math.abs(value) > FARTHEST * (1 + largest(maximum.point)))) return null;
			if (dot(slope, change) / 2 < DRAW_TOLERANCE) return relative(fit, point);
		}
		return null;
	});
}

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Converts the point to the fit's estimates: worths relative to the first item. */
function relative({ pseudo, choices }: RankingFit, point: Float64Array): Float64Array {
	if (pseudo === 0) return point;
	return point.slice(1).map((value, index) => (index < choices.parameters.firstTie - 1 ? value - at(point, 0) : value));
}
