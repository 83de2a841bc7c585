import { equalShares } from "../../../randomisation/monitor/balance.ts";
import type { Test } from "../estimate.ts";
import type { PoolTables } from "../tables/one-pool.ts";

export type ArmBalance = {
	/** Whether each arm came first equally often among the randomised. */
	readonly sampleRatio: Test;
	/** How many participants have each sequence. */
	readonly sequences: readonly { readonly label: string; readonly n: number }[];
	/** How often each arm stood at each position of a sequence. */
	readonly positions: readonly { readonly label: string; readonly position: number; readonly n: number }[];
};

/** Cochran's rule, below which the chi-square distribution does not fit. */
const EXPECTED_AT_LEAST = 5;

export function armBalance(pool: PoolTables): ArmBalance {
	const sequences = pool.sessions
		.filter(({ randomisedAt, sequence }) => randomisedAt !== null && sequence.length > 0)
		.map(({ sequence }) => sequence.map(pool.nameOf));
	const arms = [...new Set(sequences.flat())].sort();
	const at = (arm: string, position: number): number =>
		sequences.filter((sequence) => sequence[position] === arm).length;
	const longest = Math.max(0, ...sequences.map(({ length }) => length));
	return {
		sampleRatio: { label: "Each arm comes first equally often", ...ratio(arms.map((arm) => at(arm, 0))) },
		sequences: [...Map.groupBy(sequences, (sequence) => sequence.join(" "))]
			.map(([label, own]) => ({ label, n: own.length }))
			.sort((one, other) => (one.label < other.label ? -1 : 1)),
		positions: arms.flatMap((label) =>
			Array.from({ length: longest }, (_, index) => ({ label, position: index + 1, n: at(label, index) })),
		),
	};
}

function ratio(firsts: readonly number[]) {
	const n = firsts.reduce((sum, count) => sum + count, 0);
	const test = equalShares(firsts);
	if (!test) return { missing: "The test needs randomised participants and at least two arms." };
	const expected = n / firsts.length;
	const caution =
		expected < EXPECTED_AT_LEAST ? `; only ${expected.toFixed(1)} expected in a cell, so p is not reliable` : "";
	return { statistic: test.chiSquare, df: test.df, p: test.p, n, method: `Pearson's chi-square test${caution}` };
}
