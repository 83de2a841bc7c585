import type { Measured } from "./measure.ts";

/** The window of the moving-average type-token ratio, in words. */
export const MATTR_WINDOW = 50;

/** The number of words that HD-D draws. */
export const HDD_DRAWS = 42;

/**
 * The mean share of different words over all windows of consecutive words (Covington and McFall 2010, J Quant Linguist
 * 17:94-100). Words are compared exactly, so fold them first.
 */
export function mattr(words: readonly string[], window = MATTR_WINDOW): Measured {
	if (words.length < window) return tooFew(words.length, window);
	const counts = new Map<string, number>();
	let [types, total] = [0, 0];
	words.forEach((word, index) => {
		const before = counts.get(word) ?? 0;
		counts.set(word, before + 1);
		if (before === 0) types += 1;
		const leaving = words[index - window];
		if (leaving !== undefined) {
			const left = (counts.get(leaving) ?? 1) - 1;
			counts.set(leaving, left);
			if (left === 0) types -= 1;
		}
		if (index >= window - 1) total += types;
	});
	return total / window / (words.length - window + 1);
}

/**
 * The expected type-token ratio of words drawn without replacement (McCarthy and Jarvis 2010, Behav Res Methods 42:381-392):
 * the sum over types of the probability of being drawn, divided by the number of draws.
 */
export function hdd(words: readonly string[], draws = HDD_DRAWS): Measured {
	const n = words.length;
	if (n < draws) return tooFew(n, draws);
	let total = 0;
	for (const count of frequencies(words).values()) total += 1 - chanceOfNone(n, count, draws);
	return total / draws;
}

/** The hypergeometric probability that none of `count` words is drawn. */
function chanceOfNone(n: number, count: number, draws: number): number {
	let chance = 1;
	for (let drawn = 0; drawn < draws && chance > 0; drawn += 1) chance *= Math.max(0, n - count - drawn) / (n - drawn);
	return chance;
}

/** Yule's K (1944): 10,000 times the probability that two different words of the text are the same type, scaled as in Yule. */
export function yuleK(words: readonly string[]): Measured {
	const n = words.length;
	if (n < 2) return tooFew(n, 2);
	let squares = 0;
	for (const count of frequencies(words).values()) squares += count * count;
	return (1e4 * (squares - n)) / (n * n);
}

function frequencies(words: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

const tooFew = (words: number, needed: number): Measured => ({
	missing: `The text has ${words} words, and the measure needs ${needed}.`,
});
