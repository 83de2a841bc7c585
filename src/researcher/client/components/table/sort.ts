export type Cell = string | number | null;

/** Numbers by size, texts in the usual order, missing values at the end. */
export function compare(one: Cell, other: Cell): number {
	if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
	if (typeof one === "number" && typeof other === "number") return one - other;
	return String(one).localeCompare(String(other), "en", { numeric: true });
}

export type Order = { readonly column: number; readonly descending: boolean };

/** The rows in this order. Equal rows keep their order, and missing values stay at the end in both directions. */
export function sorted<R>(rows: readonly R[], cellOf: (row: R) => Cell, descending: boolean): R[] {
	return [...rows].sort((one, other) => {
		const [a, b] = [cellOf(one), cellOf(other)];
		if (a === null || b === null) return compare(a, b);
		return descending ? compare(b, a) : compare(a, b);
	});
}
