import { FormulaError } from "../formula/expression.ts";
import type { ModelFrame } from "../formula/model-frame.ts";
import { at } from "../numeric/arrays.ts";

/** For each row, the share of successes and the number of trials, or the weight of the row. */
export type BinaryResponse = { readonly shares: Float64Array; readonly trials: Float64Array };

export function binaryResponse(frame: ModelFrame, weightColumn?: string): BinaryResponse {
	const weights = weightColumn === undefined ? null : frame.extras.get(weightColumn);
	if (weights && (weights.kind !== "number" || weights.values.some((value) => !(value >= 0))))
		throw new FormulaError(`The weights "${weightColumn}" must be numbers from 0.`);
	const { shares, trials } = sharesOf(frame);
	const counted = weights?.kind === "number" ? trials.map((count, row) => count * at(weights.values, row)) : trials;
	if (shares.every((share) => share === 0) || shares.every((share) => share === 1))
		throw new FormulaError("The response is the same in all complete rows, so there is nothing to explain.");
	return { shares, trials: counted };
}

function sharesOf({ response }: ModelFrame): BinaryResponse {
	if (response.kind === "factor") {
		if (response.levels.length > 2)
			throw new FormulaError(
				`The response has ${response.levels.length} levels, and a logistic model has two. Use an ordinal model, or compare it with a level: I(response == "…").`,
			);
		return single(Float64Array.from(response.codes, (code) => Number(code > 0)));
	}
	if (response.kind === "matrix") return fromCounts(response.columns);
	if (response.kind === "number" || response.kind === "logical") {
		if (response.values.some((value) => value < 0 || value > 1))
			throw new FormulaError("The response of a logistic model is 0 or 1, or a share between them.");
		return single(response.values);
	}
	throw new FormulaError("The response of a logistic model is 0 or 1.");
}

const single = (shares: Float64Array): BinaryResponse => ({ shares, trials: new Float64Array(shares.length).fill(1) });

function fromCounts([successes, failures]: readonly Float64Array[]): BinaryResponse {
	if (!successes || !failures) throw new FormulaError("Write cbind(successes, failures).");
	const trials = successes.map((count, row) => count + at(failures, row));
	return { shares: successes.map((count, row) => (at(trials, row) > 0 ? count / at(trials, row) : 0)), trials };
}
