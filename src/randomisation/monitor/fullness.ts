import type { StratumState } from "../draw/allocation.ts";

/**
 * Whether the live pool has just got full: every place of the quota is reserved or confirmed when one of its strata becomes
 * `after`, and was not before. `strata` are the live pool's strata before.
 */
export function becameFull(
	quota: { readonly total: number } | null,
	strata: readonly StratumState[],
	after: StratumState,
): boolean {
	if (quota === null || after.pool !== "live") return false;
	const others = strata.filter(({ key }) => key !== after.key);
	return held(strata) < quota.total && held([...others, after]) >= quota.total;
}

const held = (strata: readonly StratumState[]): number => strata.reduce((sum, stratum) => sum + stratum.held, 0);
