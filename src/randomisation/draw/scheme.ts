import type { Design } from "../../protocol/schema/schema.ts";
import { type TopicDesign, topicDesignOf } from "../../protocol/steps/topic-design.ts";
import { type SequenceSet, sequenceSet } from "../plan/designs.ts";
import type { ArmLabel } from "../plan/plan.ts";
import { blockSizes, countSetsBefore } from "./blocks.ts";
import { GENERATOR, randomStream, shuffle } from "./generator.ts";
import type { Pool } from "./pool.ts";

/**
 * Names the generator and the drawing together. Every plan and the first entry of every log have it. A study keeps the
 * version that it was opened with. Any change to a draw needs a new version beside the old one.
 */
export const ALGORITHM = `crossover-plan/3 (${GENERATOR})`;
/** Before topics were balanced: all topics of a participant had the same order of arms, and topics came in any order. */
export const ALGORITHM_2 = `crossover-plan/2 (${GENERATOR})`;
/** Before pools were separate: all pools drew from the same labels in the same square. */
export const ALGORITHM_1 = `crossover-plan/1 (${GENERATOR})`;

export type PlannedEntry = { readonly id: string; readonly layout: string; readonly arms: number | "each" };
export type Quota = { readonly total: number; readonly strata?: Readonly<Record<string, number>> | undefined };

/** What the allocations of a study depend on, without the seed. It is the first entry of its log, and public from the start. */
export type OpeningRecord = {
	readonly algorithm: string;
	readonly studyId: string;
	readonly protocolHash: string;
	readonly design: Design;
	readonly conversations: readonly PlannedEntry[];
	readonly quota: Quota | null;
	/** Labels of the live pool, sorted, so that their order does not depend on the arms' order in the protocol. */
	readonly labels: readonly ArmLabel[];
	/** Labels of the other pools, also sorted. The first version has none. */
	readonly poolLabels?: PoolLabels | undefined;
};

export type PoolLabels = Readonly<Record<Exclude<Pool, "live">, readonly ArmLabel[]>>;

/** An opening prepared for draws of one pool. */
export type Scheme = {
	readonly opening: OpeningRecord;
	readonly seed: string;
	readonly treatments: readonly ArmLabel[];
	/** Null if every order is drawn singly. */
	readonly set: SequenceSet<ArmLabel> | null;
	/** Sizes of blocks, in participants. */
	readonly sizes: readonly number[];
	/** The balance over topics. Null if there are none, or in versions that did not balance them. */
	readonly topics: TopicDesign | null;
	/** The number of complete sets before a block in a stratum's list. */
	readonly setsBefore: (pool: string, stratum: string, block: number) => number;
};

/**
 * Throws a RangeError if the algorithm is unknown, the seed is invalid, or a block is no whole number of sets.
 *
 * Treatments are assigned to the square in an order drawn from the secret seed. Otherwise the square's known structure and
 * the protocol's known order of arms would leave a blinded researcher few possible keys: 4 instead of 24 for four arms.
 * Each pool has its own order, so that the labels of a pilot do not give away the live pool's square.
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
		throw new RangeError(`${algorithm} is unknown, or its labels are missing`);
	return shuffle(randomStream(seed, ["treatments", pool]), [...own].sort());
}

export type Schemes = Readonly<Record<Pool, Scheme>>;

export const prepareSchemes = (opening: OpeningRecord, seed: string): Schemes => ({
	live: prepareScheme(opening, seed, "live"),
	pilot: prepareScheme(opening, seed, "pilot"),
	simulated: prepareScheme(opening, seed, "simulated"),
});

/** The same scheme under another quota, which decides who is turned away and not what is drawn. */
export const withQuota = (schemes: Schemes, quota: Quota | null): Schemes => ({
	live: { ...schemes.live, opening: { ...schemes.live.opening, quota } },
	pilot: schemes.pilot,
	simulated: schemes.simulated,
});

/** The cells of the sample-ratio test: the sequences of the set, or the first arm if there is no set. */
export const cellsOf = ({ set, treatments }: Scheme): SequenceSet<ArmLabel> =>
	set ?? treatments.map((treatment) => [treatment]);
