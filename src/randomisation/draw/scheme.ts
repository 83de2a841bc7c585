import type { Design } from "../../protocol/schema/schema.ts";
import { type TopicDesign, topicDesignOf } from "../../protocol/steps/topic-design.ts";
import { type SequenceSet, sequenceSet } from "../plan/designs.ts";
import type { ArmLabel } from "../plan/plan.ts";
import { blockSizes, countSetsBefore } from "./blocks.ts";
import { GENERATOR, randomStream, shuffle } from "./generator.ts";
import type { Pool } from "./pool.ts";

/**
 * Names the generator and the drawing together. It stands in every plan and in the first entry of every log; a study goes on
 * with the version that it was opened with. A change to anything that a draw depends on is a new version beside the old one.
 */
export const ALGORITHM = `crossover-plan/3 (${GENERATOR})`;
/** All topics of a participant had one order of arms, and topics came in any order. */
export const ALGORITHM_2 = `crossover-plan/2 (${GENERATOR})`;
/** All pools drew from the same labels, in the same square. */
export const ALGORITHM_1 = `crossover-plan/1 (${GENERATOR})`;

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
	/** Of the live pool. Sorted, so that their order says nothing of the arms' order in the protocol. */
	readonly labels: readonly ArmLabel[];
	/** Of the others, sorted likewise. The first version has none. */
	readonly poolLabels?: PoolLabels | undefined;
};

export type PoolLabels = Readonly<Record<Exclude<Pool, "live">, readonly ArmLabel[]>>;

/** An opening made ready to draw from, for one pool. */
export type Scheme = {
	readonly opening: OpeningRecord;
	readonly seed: string;
	readonly treatments: readonly ArmLabel[];
	/** Null where every order is drawn on its own. */
	readonly set: SequenceSet<ArmLabel> | null;
	/** Sizes of blocks, in participants. */
	readonly sizes: readonly number[];
	/** What is balanced over topics; null where there are none, and under the versions that did not balance them. */
	readonly topics: TopicDesign | null;
	/** How many complete sets of a stratum's list lie before a block. */
	readonly setsBefore: (pool: string, stratum: string, block: number) => number;
};

/**
 * Throws a RangeError on an algorithm that is not known here, a faulty seed, or a block that no whole number of sets fills.
 *
 * The treatments take their places in the square in an order drawn from the secret seed. Otherwise the square's known
 * structure over the protocol's known order of arms would leave a blinded researcher only few ways to read the labels: of
 * four arms 4 instead of 24. Each pool has an order of its own, or one who has learnt a pilot's labels could read the square
 * of the live pool with them.
 */
export function prepareScheme(opening: OpeningRecord, seed: string, pool: Pool = "live"): Scheme {
	const treatments = treatmentsOf(opening, seed, pool);
	const set = sequenceSet(opening.design, treatments);
	const sizes =
		set && opening.design.method === "permuted-blocks" ? blockSizes(set.length, opening.design.blockSize) : [1];
	const topics = opening.algorithm === ALGORITHM ? topicDesignOf(opening) : null;
	const rows = set?.length ?? 1;
	const setsBefore = countSetsBefore((poolName, stratum) => ({ seed, pool: poolName, stratum, rows, sizes }));
	return { opening, seed, treatments, set, sizes, topics, setsBefore };
}

function treatmentsOf({ algorithm, labels, poolLabels }: OpeningRecord, seed: string, pool: Pool): ArmLabel[] {
	if (algorithm === ALGORITHM_1) return shuffle(randomStream(seed, ["treatments"]), [...labels].sort());
	const own = pool === "live" ? labels : poolLabels?.[pool];
	if ((algorithm !== ALGORITHM && algorithm !== ALGORITHM_2) || !own)
		throw new RangeError(`no drawing by ${algorithm} here`);
	return shuffle(randomStream(seed, ["treatments", pool]), [...own].sort());
}

export type Schemes = Readonly<Record<Pool, Scheme>>;

export const prepareSchemes = (opening: OpeningRecord, seed: string): Schemes => ({
	live: prepareScheme(opening, seed, "live"),
	pilot: prepareScheme(opening, seed, "pilot"),
	simulated: prepareScheme(opening, seed, "simulated"),
});

/** What the sample-ratio test compares: the sequences of the set, or which arm comes first where there is no set. */
export const cellsOf = ({ set, treatments }: Scheme): SequenceSet<ArmLabel> =>
	set ?? treatments.map((treatment) => [treatment]);
