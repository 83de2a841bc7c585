import type { RatioFailedEntry } from "../allocator/log-entry.ts";
import type { StratumState } from "../draw/allocation.ts";
import { equalShares, ratioFails } from "./balance.ts";

/**
 * The log entry if the live pool's sample ratio starts to fail when one of its strata becomes `after`, otherwise null.
 * `strata` are the live pool's strata before.
 */
export function ratioWarning(
	strata: readonly StratumState[],
	after: StratumState,
	at: string,
): RatioFailedEntry | null {
	if (after.pool !== "live") return null;
	const others = strata.filter(({ key }) => key !== after.key);
	const counts = heldByCell([...others, after]);
	if (!ratioFails(counts) || ratioFails(heldByCell(strata))) return null;
	const test = equalShares(counts);
	return test && { kind: "ratio_failed", at, ...test };
}

const heldByCell = (strata: readonly StratumState[]): number[] =>
	(strata[0]?.heldBy ?? []).map((_, cell) => strata.reduce((total, { heldBy }) => total + (heldBy[cell] ?? 0), 0));
