import { bangIndex, type GuessTable, type Index, jamesIndex } from "../../blinding-index/blinding-index.ts";
import type { Estimate } from "../estimate.ts";
import type { PoolTables } from "../tables/one-pool.ts";

export type BlindingCheck = {
	/** Bang's index of each arm: 1 if all guess right, 0 for random guesses. */
	readonly bang: readonly ({ readonly label: string } & Estimate)[];
	/** James's index: 1 if all say that they do not know, 0.5 for random guesses, 0 if all guess right. */
	readonly james: { readonly label: string } & Estimate;
};

const BANG = "Bang's index, for several arms; interval by its standard error";
const JAMES = "James's index; it takes guesses of one participant as independent";

export function blindingCheck(pool: PoolTables): BlindingCheck {
	const label = "Whole study";
	if (pool.guesses.length === 0) return without(label, "No participant of this pool was asked to guess an arm.");
	if (!pool.isUnblinded)
		return without(label, "The study is blinded: a guess is a place in a secret order until the arms are revealed.");
	const known = pool.guesses.filter(({ arm }) => arm !== null);
	const arms = [...new Set(known.flatMap(({ arm, guessedArm }) => [arm, guessedArm]))].filter((arm) => arm !== null);
	const sorted = arms.sort();
	const count = (arm: string, guess: string | null): number =>
		known.filter((row) => row.arm === arm && row.guessedArm === guess).length;
	const table: GuessTable = {
		guesses: sorted.map((arm) => sorted.map((guess) => count(arm, guess))),
		unknown: sorted.map((arm) => count(arm, null)),
	};
	return {
		bang: sorted.map((arm, place) => ({
			label: arm,
			...estimateOf(bangIndex(table, place), known.filter((row) => row.arm === arm).length, BANG),
		})),
		james: { label, ...estimateOf(jamesIndex(table), known.length, JAMES) },
	};
}

const without = (label: string, missing: string): BlindingCheck => ({ bang: [], james: { label, missing } });

function estimateOf(index: Index | null, n: number, method: string): Estimate {
	if (index === null) return { missing: "These guesses do not allow an index: there are none, or all are of one arm." };
	const { estimate, standardError, lower, upper } = index;
	if (!(standardError > 0))
		return { missing: `The index is ${estimate}, and all guesses are alike, so there is no interval.` };
	return { estimate, se: standardError, lower, upper, n, method };
}
