/**
 * Holm's step-down adjustment (1979, Scand J Stat 6:65-70): it limits the probability of any false positive in the family. In
 * the order of the given p-values; missing ones (NaN) do not belong to the family.
 */
export function holm(p: readonly number[]): number[] {
	const order = ascending(p);
	const adjusted = p.map(() => Number.NaN);
	let most = 0;
	order.forEach((index, rank) => {
		most = Math.max(most, (order.length - rank) * (p[index] ?? Number.NaN));
		adjusted[index] = Math.min(1, most);
	});
	return adjusted;
}

/** Benjamini and Hochberg (1995, J R Stat Soc B 57:289-300): limits the expected share of false positives among positives. */
export function benjaminiHochberg(p: readonly number[]): number[] {
	const order = ascending(p).reverse();
	const adjusted = p.map(() => Number.NaN);
	let least = 1;
	order.forEach((index, fromLargest) => {
		least = Math.min(least, (order.length / (order.length - fromLargest)) * (p[index] ?? Number.NaN));
		adjusted[index] = least;
	});
	return adjusted;
}

const ascending = (p: readonly number[]): number[] =>
	p
		.map((value, index) => ({ value, index }))
		.filter(({ value }) => !Number.isNaN(value))
		.sort((one, other) => one.value - other.value)
		.map(({ index }) => index);
