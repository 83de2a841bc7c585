/**
 * Participants' guesses by their actual arm: `guesses[i][j]` participants in arm `i` guessed arm `j`, and `unknown[i]` answered
 * that they do not know. Counts, for k arms.
 */
export type GuessTable = {
	readonly guesses: readonly (readonly number[])[];
	readonly unknown: readonly number[];
};

/** An estimate with its standard error and its two-sided interval, which is not cut at the index's limits. */
export type Index = {
	readonly estimate: number;
	readonly standardError: number;
	readonly lower: number;
	readonly upper: number;
};

/** The 97.5 % quantile of the normal distribution, for 95 % intervals. */
const Z = 1.959963984540054;

/**
 * Bang's blinding index of one arm: 1 if all participants guess it, 0 for random guesses, negative if they guess other arms.
 * Null without answers. For two arms it is the index of Bang, Ni and Davis (2004, Control Clin Trials 25:143-156), P(right) -
 * P(wrong), with their variance. For k arms a wrong guess counts -1/(k - 1) instead of -1, so that random guesses have mean 0
 * for any share of unknowns; for k = 2 both are the same. The variance is that of the mean of these scores.
 */
export function bangIndex({ guesses, unknown }: GuessTable, arm: number): Index | null {
	const row = guesses[arm] ?? [];
	const taken = sum(row);
	const n = taken + (unknown[arm] ?? 0);
	if (n === 0 || guesses.length < 2) return null;
	const right = (row[arm] ?? 0) / n;
	const wrong = (taken - (row[arm] ?? 0)) / n;
	const penalty = 1 / (guesses.length - 1);
	const estimate = right - penalty * wrong;
	return indexOf(estimate, (right + penalty ** 2 * wrong - estimate ** 2) / n);
}

/**
 * James's blinding index of the whole study: 1 if no participant knows or guesses, 0.5 for random guesses, 0 if all guess
 * right. Null without answers, or if all guesses are of one arm and right, because chance then expects no disagreement. James,
 * Bloch, Lee, Kraemer and Fuller (1996, Stat Med 15:1421-1434) with their weights (right 0, wrong 0.5, unknown 1), for k arms:
 * (1 + p + (1 - p) K) / 2, where p is the share of unknowns and K = (O - E) / E compares the observed disagreement among
 * guesses with the one that the margins predict. Their standard error, by the delta method for multinomial counts; it assumes
 * independent guesses.
 */
export function jamesIndex({ guesses, unknown }: GuessTable): Index | null {
	const guessed = sum(guesses.map(sum));
	const n = guessed + sum(unknown);
	if (n === 0) return null;
	if (guessed === 0) return indexOf(1, 0);
	const p = sum(unknown) / n;
	const ofArm = guesses.map((row) => sum(row) / n);
	const taken = guesses.map((_, guess) => sum(guesses.map((row) => row[guess] ?? 0)) / n);
	// All wrong guesses have the same weight, so it cancels: O and E are shares of disagreement.
	const observed = cellSum(guesses, (arm, guess) => (arm === guess ? 0 : at(guesses, arm, guess) / n));
	const expected = cellSum(guesses, (arm, guess) => (arm === guess ? 0 : (ofArm[arm] ?? 0) * (taken[guess] ?? 0)));
	if (expected === 0) return null;
	const share = 1 - p;
	// With the shares O' and E' of all answers, (1 - p) K = (1 - p)² O' / E' - (1 - p). This gives the index and its slope in each cell.
	const estimate = (1 + p + (share ** 2 * observed) / expected - share) / 2;
	const ratio = observed / expected;
	const slope = (arm: number, guess: number): number => {
		const others = sum(ofArm.filter((_, other) => other !== guess)) + sum(taken.filter((_, other) => other !== arm));
		const ofObserved = arm === guess ? 0 : 1;
		return (2 * share * ratio + (share ** 2 * (ofObserved - ratio * others)) / expected - 1) / 2;
	};
	const squares = cellSum(guesses, (arm, guess) => (at(guesses, arm, guess) / n) * slope(arm, guess) ** 2);
	const mean = cellSum(guesses, (arm, guess) => (at(guesses, arm, guess) / n) * slope(arm, guess));
	// One more unknown changes only p, so its slope is 1/2.
	return indexOf(estimate, (squares + p / 4 - (mean + p / 2) ** 2) / n);
}

function indexOf(estimate: number, variance: number): Index {
	const standardError = Math.sqrt(Math.max(0, variance));
	return { estimate, standardError, lower: estimate - Z * standardError, upper: estimate + Z * standardError };
}

const at = (table: GuessTable["guesses"], arm: number, guess: number): number => table[arm]?.[guess] ?? 0;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const cellSum = (table: GuessTable["guesses"], of: (arm: number, guess: number) => number): number =>
	sum(table.flatMap((row, arm) => row.map((_, guess) => of(arm, guess))));
