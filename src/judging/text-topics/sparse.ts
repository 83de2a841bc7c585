/** A sparse vector: indices in ascending order, each with its value. */
export type SparseVector = { readonly places: Int32Array; readonly values: Float64Array };

/** A vector of length 1. Null if all values are 0, because it has no direction. */
export function unitVector(entries: readonly (readonly [place: number, value: number])[]): SparseVector | null {
	const kept = entries.filter(([, value]) => value !== 0).sort(([one], [other]) => one - other);
	const length = Math.sqrt(kept.reduce((sum, [, value]) => sum + value * value, 0));
	if (!(length > 0) || !Number.isFinite(length)) return null;
	return {
		places: Int32Array.from(kept, ([place]) => place),
		values: Float64Array.from(kept, ([, value]) => value / length),
	};
}

/** The product with a dense vector: the cosine, if both have length 1. */
export function cosine({ places, values }: SparseVector, dense: Float64Array): number {
	let product = 0;
	for (let index = 0; index < places.length; index += 1)
		product += (values[index] ?? 0) * (dense[places[index] ?? -1] ?? 0);
	return product;
}

export function addTo(dense: Float64Array, { places, values }: SparseVector): void {
	for (let index = 0; index < places.length; index += 1) {
		const place = places[index] ?? -1;
		dense[place] = (dense[place] ?? 0) + (values[index] ?? 0);
	}
}

/** Divides by the length, unless it is 0. */
export function normalise(dense: Float64Array): void {
	const length = Math.sqrt(dense.reduce((sum, value) => sum + value * value, 0));
	if (length > 0) for (let place = 0; place < dense.length; place += 1) dense[place] = (dense[place] ?? 0) / length;
}

export function denseOf(vector: SparseVector, dimensions: number): Float64Array {
	const dense = new Float64Array(dimensions);
	addTo(dense, vector);
	return dense;
}
