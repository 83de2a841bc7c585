/**
 * Element access for inner loops. An index out of bounds gives NaN, which makes the whole result NaN. One helper for each array
 * type keeps the compiled loops monomorphic.
 */
export const at = (values: Float64Array, index: number): number => values[index] ?? Number.NaN;

export const indexAt = (values: Int32Array, index: number): number => values[index] ?? -1;

export function add(values: Float64Array, index: number, amount: number): void {
	values[index] = at(values, index) + amount;
}

export const sum = (values: Iterable<number>): number => {
	let total = 0;
	for (const value of values) total += value;
	return total;
};

/** NaN for no values. */
export const mean = (values: ArrayLike<number> & Iterable<number>): number => sum(values) / values.length;

/** With n - 1 in the denominator. The mean is subtracted first, so that a large common offset loses no digits. */
export function variance(values: ArrayLike<number> & Iterable<number>): number {
	const centre = mean(values);
	let squares = 0;
	for (const value of values) squares += (value - centre) ** 2;
	return squares / (values.length - 1);
}

export function dot(one: Float64Array, other: Float64Array): number {
	let total = 0;
	for (let index = 0; index < one.length; index += 1) total += at(one, index) * at(other, index);
	return total;
}

/** `target` += factor * `source`. */
export function addScaled(target: Float64Array, factor: number, source: Float64Array): void {
	for (let index = 0; index < target.length; index += 1) add(target, index, factor * at(source, index));
}

export const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
