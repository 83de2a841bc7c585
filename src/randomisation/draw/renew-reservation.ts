import { changed, fromList, isFull, type StratumState } from "./allocation.ts";
import type { Allotment } from "./blocks.ts";
import type { Scheme } from "./scheme.ts";

/** The result for somebody who returns after their reservation lapsed. */
export type Renewal =
	/** Their own place again. `stratum` is the stratum afterwards. */
	| { readonly kind: "renewed"; readonly stratum: StratumState }
	/** Somebody else has their place. They get another one, like an arrival. */
	| { readonly kind: "taken" }
	| { readonly kind: "full" };

/**
 * A lapse is a release that can be taken back. If released places go to the next arrival, somebody else may have the
 * place. If they stay empty, or if there is no list, nobody else can have it. `strata` are those of the pool.
 */
export function renew(
	scheme: Scheme,
	strata: readonly StratumState[],
	before: StratumState,
	{ slot, row }: Pick<Allotment, "slot" | "row">,
): Renewal {
	if (before.pool === "live" && isFull(scheme, strata, before)) return { kind: "full" };
	const waits = scheme.opening.design.replacement === "reuse" && fromList(scheme);
	const place = before.freed.findIndex((freed) => freed.block === slot.block && freed.place === slot.place);
	if (waits && place === -1) return { kind: "taken" };
	const stratum = {
		...before,
		held: before.held + 1,
		heldBy: changed(before.heldBy, row, 1),
		freed: before.freed.filter((_, index) => index !== place),
	};
	return { kind: "renewed", stratum };
}
