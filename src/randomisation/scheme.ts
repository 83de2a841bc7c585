import type { Design } from "../protocol/schema.ts";
import { blockSizes } from "./blocks.ts";
import { type SequenceSet, sequenceSet } from "./designs.ts";
import { GENERATOR, randomStream, shuffle } from "./generator.ts";
import type { ArmLabel } from "./plan.ts";

/**
 * Names the generator and the drawing together. It stands in every plan and in the first entry of every log; a study goes on
 * with the version that it was opened with. A change to anything that a draw depends on is a new version beside the old one.
 */
export const ALGORITHM = `crossover-plan/1 (${GENERATOR})`;

export type PlannedEntry = { readonly id: string; readonly layout: string; readonly arms: number | "each" };
export type Quota = { readonly total: number; readonly strata?: Readonly<Record<string, number>> | undefined };

/** What of a study its allocations depend on, without the seed: the first entry of its log, open from the start. */
export type OpeningRecord = {
	readonly algorithm: string;
	readonly studyId: string;
	readonly protocolHash: string;
	readonly design: Design;
	readonly conversations: readonly PlannedEntry[];
	readonly quota: Quota | null;
	/** Sorted, so that their order says nothing of the arms' order in the protocol. */
	readonly labels: readonly ArmLabel[];
};

/** An opening made ready to draw from. */
export type Scheme = {
	readonly opening: OpeningRecord;
	readonly seed: string;
	readonly treatments: readonly ArmLabel[];
	/** Null where every order is drawn on its own. */
	readonly set: SequenceSet<ArmLabel> | null;
	/** Sizes of blocks, in participants. */
	readonly sizes: readonly number[];
};

/**
 * Throws a RangeError on an algorithm that is not known here, a faulty seed, or a block that no whole number of sets fills.
 *
 * The treatments take their places in the square in an order drawn from the secret seed. Otherwise the square's known
 * structure over the protocol's known order of arms would leave a blinded researcher only few ways to read the labels: of
 * four arms 4 instead of 24.
 */
export function prepareScheme(opening: OpeningRecord, seed: string): Scheme {
	if (opening.algorithm !== ALGORITHM) throw new RangeError(`no drawing by ${opening.algorithm} here`);
	const treatments = shuffle(randomStream(seed, ["treatments"]), [...opening.labels].sort());
	const set = sequenceSet(opening.design, treatments);
	const sizes =
		set && opening.design.method === "permuted-blocks" ? blockSizes(set.length, opening.design.blockSize) : [1];
	return { opening, seed, treatments, set, sizes };
}

/** What the sample-ratio test compares: the sequences of the set, or which arm comes first where there is no set. */
export const cellsOf = ({ set, treatments }: Scheme): SequenceSet<ArmLabel> =>
	set ?? treatments.map((treatment) => [treatment]);
