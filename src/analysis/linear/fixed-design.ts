import { Matrix } from "ml-matrix";
import { FormulaError } from "../formula/expression.ts";
import type { ModelFrame } from "../formula/model-frame.ts";
import { textsOf } from "../formula/values.ts";
import { at, dot, range } from "../numeric/arrays.ts";
import { type Dropped, orthogonalise, projectOut, upperInverse } from "../numeric/orthogonal.ts";

/** Weighted fixed columns and response, in coordinates with orthonormal columns. */
export type FixedDesign = {
	readonly names: readonly string[];
	readonly kept: readonly number[];
	/** Columns that are combinations of kept ones, with their coefficients. */
	readonly aliases: readonly Alias[];
	/** Q of X = Q R, with orthonormal columns. */
	readonly basis: readonly Float64Array[];
	/** R^-1: multiplies coefficients of the basis to give those of the original columns. */
	readonly toOriginal: Matrix;
	/** log |R|. */
	readonly logDetScale: number;
	/** Ordinary (or weighted) least-squares coefficients of the kept columns. */
	readonly leastSquares: Float64Array;
	readonly residuals: Float64Array;
	readonly residualSquares: number;
	/** Around the mean with an intercept, around 0 without one. */
	readonly totalSquares: number;
	/** Square roots of the weights, by which rows were multiplied; null without weights. */
	readonly rootWeights: Float64Array | null;
	/** The sum of log weights, by which the likelihood differs from that of unweighted rows. */
	readonly logWeights: number;
};

/** Throws a FormulaError if there is nothing to fit. */
export function fixedDesign(frame: ModelFrame, weightColumn?: string): FixedDesign {
	const weights = weightColumn === undefined ? null : weightsOf(frame, weightColumn);
	const rootWeights = weights?.map(Math.sqrt) ?? null;
	const weighted = (column: Float64Array): Float64Array =>
		rootWeights ? column.map((value, row) => value * at(rootWeights, row)) : column;
	const { basis, upper, kept, dropped } = orthogonalise(frame.fixed.columns.map(weighted));
	const residuals = Float64Array.from(weighted(responseNumbers(frame)));
	const totalSquares = squaresAbout(residuals, frame.formula.fixed.intercept ? basis.slice(0, 1) : []);
	const onBasis = projectOut(residuals, basis);
	const toOriginal = upperInverse(upper);
	return {
		names: frame.fixed.names,
		kept,
		aliases: aliasesOf(dropped, toOriginal),
		basis,
		toOriginal,
		logDetScale: upper.diagonal().reduce((total, value) => total + Math.log(Math.abs(value)), 0),
		leastSquares: Float64Array.from(toOriginal.mmul(Matrix.columnVector(onBasis)).to1DArray()),
		residuals,
		residualSquares: dot(residuals, residuals),
		totalSquares,
		rootWeights,
		logWeights: weights?.reduce((total, weight) => total + Math.log(weight), 0) ?? 0,
	};
}

export type Alias = { readonly column: number; readonly of: readonly number[] };

/** The combination for each dropped column. It uses only earlier columns: coefficients of later ones are 0. */
export function aliasesOf(dropped: readonly Dropped[], toOriginal: Matrix): Alias[] {
	return dropped.map(({ column, onBasis }) => {
		const padded = range(toOriginal.rows).map((index) => onBasis[index] ?? 0);
		return { column, of: toOriginal.mmul(Matrix.columnVector(padded)).to1DArray() };
	});
}

/** The sum of squares of `values` after projecting out these orthonormal columns. */
function squaresAbout(values: Float64Array, basis: readonly Float64Array[]): number {
	const rest = Float64Array.from(values);
	projectOut(rest, basis);
	return dot(rest, rest);
}

/** The response as numbers, minus the offset. */
export function responseNumbers(frame: ModelFrame): Float64Array {
	const { response, offset } = frame;
	if (response.kind === "matrix" || (response.kind === "factor" && !isTruth(response.levels)))
		throw new FormulaError(
			`The response of this model is a column of numbers, and "${frame.formula.text.split(" ~ ")[0]}" is not${response.kind === "factor" ? whatItHas(response.levels) : ""}.`,
		);
	const values =
		response.kind === "factor"
			? Float64Array.from(textsOf(response), (text) => Number(text === "TRUE"))
			: response.values;
	if (!(values instanceof Float64Array)) throw new FormulaError("The response of this model is a column of numbers.");
	const numbers = offset ? values.map((value, row) => value - at(offset, row)) : values;
	if (numbers.every((value) => value === numbers[0]))
		throw new FormulaError(
			numbers.length === 1
				? "Only one row is complete. A model needs more."
				: `The response is ${numbers[0]} in all ${numbers.length} complete rows, so there is no variation to explain.`,
		);
	return numbers;
}

const DECIMAL_COMMA = /^-?\d+,\d+$/;

/** The first value that is no number, and what to do about it. */
function whatItHas(levels: readonly string[]): string {
	const odd = levels.find((level) => level.trim() === "" || !Number.isFinite(Number(level))) ?? levels[0];
	const all = levels.every((level) => DECIMAL_COMMA.test(level) || Number.isFinite(Number(level)));
	return `: it has the value "${odd}"${all ? ". Write decimal commas as points" : ""}`;
}

const isTruth = (levels: readonly string[]): boolean => levels.every((level) => level === "TRUE" || level === "FALSE");

function weightsOf(frame: ModelFrame, column: string): Float64Array {
	const weights = frame.extras.get(column);
	if (weights?.kind !== "number") throw new FormulaError(`The weights "${column}" are not numbers.`);
	if (weights.values.some((weight) => !(weight > 0) || !Number.isFinite(weight)))
		throw new FormulaError(`The weights "${column}" must all be above 0. Remove rows of weight 0.`);
	return weights.values;
}
