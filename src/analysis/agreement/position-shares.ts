import { range } from "../numeric/arrays.ts";
import { chiSquareUpper, normalCritical } from "../numeric/distributions.ts";

export type PositionShare = {
	readonly position: number;
	readonly n: number;
	readonly share: number;
	readonly lower: number;
	readonly upper: number;
};

export type PositionShares = {
	readonly shares: readonly PositionShare[];
	readonly byChance: number;
	/** Pearson's test that all positions are chosen equally often. It assumes independent choices. */
	readonly chiSquare: number;
	readonly df: number;
	readonly p: number;
	readonly n: number;
};

/**
 * How often each of `positions` places was chosen; places count from 1. Intervals by Wilson (1927, J Am Stat Assoc 22:209-212).
 * Null without choices.
 */
export function positionShares(chosen: readonly number[], positions: number): PositionShares | null {
	const n = chosen.length;
	if (n === 0 || positions < 2) return null;
	const counts = range(positions).map((index) => chosen.filter((position) => position === index + 1).length);
	const expected = n / positions;
	const chiSquare = counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
	return {
		shares: counts.map((count, index) => ({ position: index + 1, n: count, share: count / n, ...wilson(count, n) })),
		byChance: 1 / positions,
		chiSquare,
		df: positions - 1,
		p: chiSquareUpper(chiSquare, positions - 1),
		n,
	};
}

/** Wilson's interval of a share. */
export function wilson(count: number, n: number, level = 0.95): { readonly lower: number; readonly upper: number } {
	const z = normalCritical(level);
	const centre = (count + (z * z) / 2) / (n + z * z);
	const half = (z / (n + z * z)) * Math.sqrt((count * (n - count)) / n + (z * z) / 4);
	return { lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
}
