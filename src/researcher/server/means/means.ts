import { tCritical } from "../../../analysis/numeric/distributions.ts";

/** Ratings of one arm on one item, over participants: each counts once, with the mean of their own ratings. */
export type Tally = {
	readonly n: number;
	readonly mean: number;
	/** The sum of squared values. */
	readonly squares: number;
};

export type Interval = { readonly lower: number; readonly upper: number };

/** The 95 % t interval of the mean. Null with fewer than two participants. */
export function intervalOf({ n, mean, squares }: Tally): Interval | null {
	if (n < 2) return null;
	// Rounding can leave less than nothing where all values are equal.
	const variance = Math.max(0, (squares - n * mean * mean) / (n - 1));
	const half = tCritical(n - 1) * Math.sqrt(variance / n);
	return { lower: mean - half, upper: mean + half };
}
