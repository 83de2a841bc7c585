import { err, ok, type Result } from "../../shared/result.ts";
import { FormulaError } from "../formula/expression.ts";
import { frameOf } from "../formula/model-frame.ts";
import { type Coefficient, coefficientTable } from "../inference/coefficients.ts";
import { fitLogistic, inverseLogit } from "../likelihood/logistic.ts";
import { at } from "../numeric/arrays.ts";
import type { Table } from "../table/table.ts";

export type AttritionModel = {
	/** Coefficients of the logit model of being observed. */
	readonly coefficients: readonly Coefficient[];
	/** For each row, the inverse probability of being observed, at most `cap`; NaN for rows that the model leaves out. */
	readonly weights: Float64Array;
	/** The number of weights that were cut to the cap. */
	readonly capped: number;
	readonly cap: number;
	/** Rows without a weight, because they lack a variable of the model. */
	readonly omitted: number;
	readonly notes: readonly string[];
};

/** The sister study's cap: with a greater weight, one participant would represent more than ten. */
const CAP = 10;

/**
 * Inverse-probability weights for participants who stayed: a logit model of being observed (`observed ~ arm + age`, 1 for
 * observed), and 1 / P(observed), capped. Seaman and White (2013, Stat Methods Med Res 22:278-295). Fit weighted models with
 * cluster-robust errors, because as precision weights these weights make errors too small.
 */
export function inverseProbabilityWeights(formula: string, table: Table, cap = CAP): Result<AttritionModel, string> {
	try {
		const frame = frameOf(formula, table);
		const fit = fitLogistic(frame);
		const weights = new Float64Array(table.rows).fill(Number.NaN);
		let capped = 0;
		frame.rows.forEach((row, place) => {
			const predictor = fit.kept.reduce(
				(total, column, index) =>
					total + finite(fit.estimates[index]) * at(frame.fixed.columns[column] ?? weights, place),
				0,
			);
			const weight = 1 / inverseLogit(predictor);
			if (weight > cap) capped += 1;
			weights[row] = Math.min(cap, weight);
		});
		const notes =
			fit.separated.length > 0
				? [
						`Everybody or nobody was observed for some values of ${fit.separated.join(", ")}: their weights are 1 or ${cap}.`,
					]
				: [];
		return ok({ coefficients: coefficientTable(fit), weights, capped, cap, omitted: frame.omitted, notes });
	} catch (error) {
		if (error instanceof FormulaError) return err(error.message);
		throw error;
	}
}

/** Replaces an infinite coefficient by a large one: the probabilities are 0 or 1 in both cases. */
const finite = (estimate = 0): number => (Number.isFinite(estimate) ? estimate : 40 * Math.sign(estimate));
