import { add, at, indexAt, range } from "../numeric/arrays.ts";
import { combination } from "../numeric/orthogonal.ts";
import { inverseLogit } from "./logistic.ts";
import type { Curvature } from "./newton.ts";

/** P(Y <= j) = logistic(threshold_j - predictor). A point contains the thresholds, then the coefficients of the basis. */
export type CumulativeModel = {
	/** Each row's category, counted from 0. */
	readonly codes: Int32Array;
	/** The number of thresholds, one less than categories. */
	readonly cuts: number;
	/** Orthonormal columns, orthogonal to the constant. */
	readonly basis: readonly Float64Array[];
	readonly weights: Float64Array;
	readonly offset: Float64Array;
};

/** Thresholds from the shares of categories, without effects. */
export function startingPoint({ codes, cuts, basis, weights }: CumulativeModel): Float64Array {
	const counts = new Float64Array(cuts + 1);
	codes.forEach((code, row) => {
		add(counts, code, at(weights, row));
	});
	const total = counts.reduce((sum, count) => sum + count, 0);
	let below = 0;
	const thresholds = range(cuts).map((cut) => {
		below += at(counts, cut);
		return Math.log(below / (total - below));
	});
	return Float64Array.from([...thresholds, ...basis.map(() => 0)]);
}

export const predictorOf = (
	{ basis, cuts }: CumulativeModel,
	point: Float64Array,
	offset: Float64Array,
): Float64Array => combination(basis, point.subarray(cuts), offset.length).map((value, row) => value + at(offset, row));

/** First and second derivatives of one row's log probability in its upper and lower threshold, relative to the predictor. */
type RowParts = {
	readonly probability: number;
	readonly upper: number;
	readonly lower: number;
	readonly upperTwice: number;
	readonly lowerTwice: number;
	readonly both: number;
};

function rowParts(above: number, below: number): RowParts {
	const probability =
		below > 0 ? inverseLogit(-below) - inverseLogit(-above) : inverseLogit(above) - inverseLogit(below);
	const [densityAbove, densityBelow] = [density(above), density(below)];
	const [upper, lower] = [densityAbove / probability, densityBelow / probability];
	return {
		probability,
		upper,
		lower,
		upperTwice: upper * (1 - 2 * inverseLogit(above)) - upper * upper,
		lowerTwice: -lower * (1 - 2 * inverseLogit(below)) - lower * lower,
		both: upper * lower,
	};
}

const density = (value: number): number => {
	const tail = Math.exp(-Math.abs(value));
	return tail / (1 + tail) ** 2;
};

/** The thresholds of a row's category; the first and the last category are infinite on one side. */
function partsOf({ cuts, codes }: CumulativeModel, point: Float64Array, row: number, predictor: number): RowParts {
	const code = indexAt(codes, row);
	const above = code < cuts ? at(point, code) - predictor : Number.POSITIVE_INFINITY;
	const below = code > 0 ? at(point, code - 1) - predictor : Number.NEGATIVE_INFINITY;
	return rowParts(above, below);
}

export function curvature(model: CumulativeModel, point: Float64Array): Curvature {
	const { basis, cuts, codes, weights } = model;
	const size = point.length;
	const predictor = predictorOf(model, point, model.offset);
	const slope = new Float64Array(size);
	const information = new Float64Array(size * size);
	let value = 0;
	for (let row = 0; row < codes.length; row += 1) {
		const parts = partsOf(model, point, row, at(predictor, row));
		// The thresholds are out of order, so there is no likelihood.
		if (!(parts.probability > 0)) return { value: Number.NEGATIVE_INFINITY, slope, information };
		const weight = at(weights, row);
		value += weight * Math.log(parts.probability);
		const code = indexAt(codes, row);
		if (code < cuts) {
			add(slope, code, weight * parts.upper);
			add(information, code * size + code, -weight * parts.upperTwice);
		}
		if (code > 0) {
			add(slope, code - 1, -weight * parts.lower);
			add(information, (code - 1) * size + code - 1, -weight * parts.lowerTwice);
			if (code < cuts) add(information, code * size + code - 1, -weight * parts.both);
		}
		for (let i = 0; i < basis.length; i += 1) {
			const x = weight * at(basis[i] ?? weights, row);
			const offset = (cuts + i) * size;
			add(slope, cuts + i, x * (parts.lower - parts.upper));
			if (code < cuts) add(information, offset + code, x * (parts.upperTwice + parts.both));
			if (code > 0) add(information, offset + code - 1, x * (parts.lowerTwice + parts.both));
			const twice = -x * (parts.upperTwice + parts.lowerTwice + 2 * parts.both);
			for (let j = 0; j <= i; j += 1) add(information, offset + cuts + j, twice * at(basis[j] ?? weights, row));
		}
	}
	return { value, slope, information };
}

/** Each row's derivatives in the thresholds and in the coefficients of the original columns. */
export function scoresOf(
	model: CumulativeModel & { readonly columns: readonly Float64Array[] },
	point: Float64Array,
): Float64Array[] {
	const { codes, cuts, columns, weights } = model;
	const predictor = predictorOf(model, point, model.offset);
	const parts = Array.from(codes, (_, row) => partsOf(model, point, row, at(predictor, row)));
	const ofThreshold = (cut: number): Float64Array =>
		Float64Array.from(codes, (code, row) => {
			const { upper = 0, lower = 0 } = parts[row] ?? {};
			return at(weights, row) * (code === cut ? upper : code === cut + 1 ? -lower : 0);
		});
	const ofPredictor = Float64Array.from(parts, ({ upper, lower }, row) => at(weights, row) * (lower - upper));
	return [
		...range(cuts).map(ofThreshold),
		...columns.map((column) => column.map((value, row) => value * at(ofPredictor, row))),
	];
}
