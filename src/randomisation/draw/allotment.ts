import type { Slot } from "./blocks.ts";

/** Where an allocation stands in its pool: with the seed, everything that a plan is drawn from. */
export type Allotment = {
	readonly pool: string;
	readonly stratum: string;
	/** The place in the pool's order of draws, from 0. */
	readonly draw: number;
	/** Of the stratum's list. Without a list (minimisation) a block of its own for each draw. */
	readonly slot: Slot;
	/** The cell of the scheme: the row of the complete set, or which treatment comes first where there is no set. */
	readonly row: number;
	/** Which copy of the set within the block this slot completes. */
	readonly copy: number;
};
