import { at, mean, sum } from "../numeric/arrays.ts";

/** Orthogonal polynomials by their three-term recurrence. The first norm belongs to the constant. */
export type Polynomial = { readonly centres: readonly number[]; readonly norms: readonly number[] };

/**
 * The recurrence of Kennedy and Gentle (1980, Statistical Computing, pp. 343-344), as in R's `poly`. Null if the number of
 * different values does not exceed the degree.
 */
export function fitPolynomial(all: Float64Array, degree: number): Polynomial | null {
	const x = all.filter((value) => !Number.isNaN(value));
	if (new Set(x).size <= degree) return null;
	const centres: number[] = [];
	const norms = [x.length];
	let [before, current]: [Float64Array, Float64Array] = [
		new Float64Array(x.length),
		new Float64Array(x.length).fill(1),
	];
	// Uses numbers around 0 of unit size: squared years, for example, would lose digits.
	for (let power = 0; power < degree; power += 1) {
		const norm = norms[power] ?? 1;
		const centre = power === 0 ? mean(x) : sum(current.map((value, row) => at(x, row) * value * value)) / norm;
		centres.push(centre);
		const next = step(x, current, before, centre, recurrence(norms, power));
		[before, current] = [current, next];
		norms.push(sum(next.map((value) => value * value)));
	}
	return { centres, norms };
}

const recurrence = (norms: readonly number[], power: number): number =>
	power === 0 ? 0 : (norms[power] ?? 0) / (norms[power - 1] ?? 1);

const step = (
	x: Float64Array,
	current: Float64Array,
	before: Float64Array,
	centre: number,
	ratio: number,
): Float64Array => x.map((value, row) => (value - centre) * at(current, row) - ratio * at(before, row));

/** Columns of unit length, without the constant. */
export function polynomialValues(x: Float64Array, { centres, norms }: Polynomial): Float64Array[] {
	let [before, current]: [Float64Array, Float64Array] = [
		new Float64Array(x.length),
		new Float64Array(x.length).fill(1),
	];
	return centres.map((centre, power) => {
		const next = step(x, current, before, centre, recurrence(norms, power));
		[before, current] = [current, next];
		const length = Math.sqrt(norms[power + 1] ?? 1);
		return next.map((value) => value / length);
	});
}

export const rawPowers = (x: Float64Array, degree: number): Float64Array[] =>
	Array.from({ length: degree }, (_, index) => x.map((value) => value ** (index + 1)));
