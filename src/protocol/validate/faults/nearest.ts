/**
 * The name that was probably meant. Null if none is near. Case, hyphens and underscores are ignored. Up to a third of
 * the letters may differ, and at most three, because a worse suggestion confuses.
 */
export function nearest(written: string, names: readonly string[]): string | null {
	const plain = plainOf(written);
	const allowed = Math.min(3, Math.max(1, Math.floor(plain.length / 3)));
	let best: { readonly name: string; readonly distance: number } | null = null;
	for (const name of names) {
		const other = plainOf(name);
		if (Math.abs(other.length - plain.length) > allowed) continue;
		const distance = editDistance(plain, other);
		if (distance <= allowed && distance < other.length && (!best || distance < best.distance))
			best = { name, distance };
	}
	return best?.name ?? null;
}

/** The end of a sentence about an unknown name. */
export function didYouMean(written: string, names: readonly string[]): string {
	const name = nearest(written, names);
	return name === null ? "" : ` Did you mean "${name}"?`;
}

const plainOf = (name: string): string => name.toLowerCase().replaceAll(/[-_\s]/g, "");

/** Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours, each counted as one. */
export function editDistance(one: string, other: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let row = 1; row <= one.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= other.length; column += 1) {
			const same = one[row - 1] === other[column - 1];
			const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			current[column] = Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (same ? 0 : 1),
				swapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
			);
		}
		[beforeLast, last] = [last, current];
	}
	return last[other.length] ?? 0;
}
