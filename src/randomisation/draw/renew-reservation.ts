import { changed, fromList, isFull, type StratumState } from "./allocation.ts";
import type { Allotment } from "./blocks.ts";
import type { Scheme } from "./scheme.ts";

/** What becomes of somebody who comes back after their reservation lapsed. */
export type Renewal =
	/** Their own slot again: nobody has it. `stratum` is the stratum afterwards. */
	| { readonly kind: "renewed"; readonly stratum: StratumState }
	/** Somebody else has their slot. They are allotted another one, as an arrival is. */
	| { readonly kind: "taken" }
	| { readonly kind: "full" };

/**
 * A lapsed reservation is a release that can be taken back. Where released slots go to the next arrival, the slot may be somebody
 * else's by now; where they stay empty, or where there is no list of slots, nobody else can have it. `strata` are those of the pool.
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
