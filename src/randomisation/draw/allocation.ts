import { keyOf, levelOf } from "../../protocol/steps/stratum-key.ts";
import { randomOrder } from "../plan/draw-plan.ts";
import { type Allotment, type BlockList, drawSlot, FIRST_SLOT, type Slot, slotAfter } from "./blocks.ts";
import { randomStream } from "./generator.ts";
import { type Margin, minimise } from "./minimisation.ts";
import type { Pool } from "./pool.ts";
import { cellsOf, type Scheme } from "./scheme.ts";

/**
 * The rules of the allocator, as functions of what it remembers of each stratum. A slot is reserved when somebody is
 * randomised, confirmed when they complete, and released when they do not. It lapses when they send no first message in time: the
 * same as a release, but they may take it again (`renewal.ts`).
 *
 * `replacement: reuse` gives a released slot, and with it its sequence, to the next arrival of the stratum, so that balance
 * holds among completers. The price: who leaves after being shown an arm decides what somebody else gets, so if leaving
 * depends on the arm the analysis of completers is biased as ever, and the lost ones must still be reported (CONSORT 13b).
 * With `none` a released slot stays empty, and the balance holds among the randomised, as an analysis by intention to treat
 * wants it. Either way a release frees a place of the quota.
 */
export type SlotStatus = "reserved" | "confirmed" | "released" | "lapsed";

/** What must be remembered of one stratum of one pool: its size does not grow with its participants. */
export type StratumState = {
	readonly pool: Pool;
	readonly key: string;
	readonly values: readonly string[];
	/** Every draw ever made. */
	readonly draws: number;
	/** Reserved and confirmed. */
	readonly held: number;
	/** The first slot of the list that nobody had yet. */
	readonly next: Slot;
	/** Released slots that wait for the next arrival, the one that was released first at the front. */
	readonly freed: readonly Slot[];
	/** By cell of the scheme: all draws, and those that are held. */
	readonly drawnBy: readonly number[];
	readonly heldBy: readonly number[];
};

/** Under which a stratum of a pool is kept. */
export const stratumKey = ({ pool, key }: Pick<StratumState, "pool" | "key">): string => JSON.stringify([pool, key]);

export type StratumArrival = { readonly pool: Pool; readonly stratum: Stratum };

export type Decision =
	| { readonly kind: "full" }
	| {
			readonly kind: "allotted";
			readonly allotment: Allotment & { readonly pool: Pool };
			/** Did it take a released slot? */
			readonly reused: boolean;
			/** The stratum afterwards. */
			readonly stratum: StratumState;
	  };

/** `strata` are those of the arrival's pool; a stratum that nobody came from yet may be missing. */
export function allot(scheme: Scheme, strata: readonly StratumState[], { pool, stratum }: StratumArrival): Decision {
	const before = strata.find(({ key }) => key === stratum.key) ?? emptyStratum(scheme, pool, stratum);
	if (pool === "live" && isFull(scheme, strata, before)) return { kind: "full" };
	const draw = strata.reduce((total, { draws }) => total + draws, 0);
	const reused = before.freed[0];
	const drawn = drawFor(scheme, strata, before, { draw, slot: reused ?? before.next });
	const allotment = { pool, stratum: stratum.key, draw, ...drawn };
	return { kind: "allotted", allotment, reused: reused !== undefined, stratum: afterDraw(scheme, before, allotment) };
}

/** The stratum after one of its reserved slots was released, or lapsed. Confirming changes nothing that is remembered here. */
export function afterRelease(
	scheme: Scheme,
	before: StratumState,
	{ slot, row }: Pick<Allotment, "slot" | "row">,
): StratumState {
	const waits = scheme.opening.design.replacement === "reuse" && fromList(scheme);
	return {
		...before,
		held: before.held - 1,
		heldBy: changed(before.heldBy, row, -1),
		freed: waits ? [...before.freed, slot] : before.freed,
	};
}

/** What becomes of a slot, null where nothing does: repeats are silent, and what is confirmed or released stays so. */
export const nextStatus = (
	status: SlotStatus | null,
	to: "confirmed" | "released" | "lapsed",
): "confirmed" | "released" | "lapsed" | null => (status === "reserved" ? to : null);

/** The cap counts everybody who holds a place, so that it can never be passed while somebody is on the way. */
export function isFull({ opening }: Scheme, strata: readonly StratumState[], { key, held }: StratumState): boolean {
	if (!opening.quota) return false;
	const total = strata.reduce((sum, stratum) => sum + stratum.held, 0);
	return total >= opening.quota.total || held >= (opening.quota.strata?.[key] ?? Infinity);
}

type Drawn = Pick<Allotment, "slot" | "row" | "copy">;

function drawFor(
	scheme: Scheme,
	strata: readonly StratumState[],
	{ pool, key, values }: StratumState,
	{ draw, slot }: { readonly draw: number; readonly slot: Slot },
): Drawn {
	if (!scheme.set) {
		const [first] = randomOrder(scheme, pool, key, slot);
		return { slot, row: first === undefined ? 0 : scheme.treatments.indexOf(first), copy: 0 };
	}
	if (fromList(scheme)) return { slot, ...drawSlot(listOf(scheme, pool, key), slot) };
	const { minimisation } = scheme.opening.design;
	const { measure, probability } = minimisation ?? { measure: "range", probability: 0.8 };
	const stream = randomStream(scheme.seed, ["minimisation", pool, draw]);
	const row = minimise(stream, { measure, probability }, marginsOf(scheme, strata, values), scheme.set.length);
	return { slot: { block: draw, place: 0 }, row, copy: 0 };
}

/** Without factors the one margin is the whole study: the biased coin of Efron (1971). */
function marginsOf(scheme: Scheme, strata: readonly StratumState[], values: readonly string[]): Margin[] {
	const { strata: factors, minimisation, replacement } = scheme.opening.design;
	const none = cellsOf(scheme).map(() => 0);
	const counts = (of: readonly StratumState[]) =>
		of.reduce<readonly number[]>(
			(total, { heldBy, drawnBy }) => added(total, replacement === "reuse" ? heldBy : drawnBy),
			none,
		);
	if (factors.length === 0) return [{ counts: counts(strata), weight: 1 }];
	return factors.map((factor, index) => ({
		counts: counts(strata.filter((stratum) => stratum.values[index] === values[index])),
		weight: minimisation?.weights[factor] ?? 1,
	}));
}

function afterDraw(scheme: Scheme, before: StratumState, { slot, row }: Allotment): StratumState {
	const reused = before.freed.length > 0;
	const advances = !reused && fromList(scheme);
	return {
		...before,
		draws: before.draws + 1,
		held: before.held + 1,
		next: advances ? slotAfter(listOf(scheme, before.pool, before.key), slot) : before.next,
		freed: before.freed.slice(1),
		drawnBy: changed(before.drawnBy, row, 1),
		heldBy: changed(before.heldBy, row, 1),
	};
}

/** Minimisation keeps no list, it chooses among the sequences of a set; where orders are drawn singly it has nothing to choose. */
export const fromList = ({ set, opening }: Scheme): boolean =>
	set === null || opening.design.method === "permuted-blocks";

/** A design without a set has blocks of one: each slot stands for itself. */
const listOf = ({ seed, set, sizes }: Scheme, pool: Pool, stratum: string): BlockList => ({
	seed,
	pool,
	stratum,
	rows: set?.length ?? 1,
	sizes,
});

function emptyStratum(scheme: Scheme, pool: Pool, { key, values }: Stratum): StratumState {
	const none = cellsOf(scheme).map(() => 0);
	return { pool, key, values, draws: 0, held: 0, next: FIRST_SLOT, freed: [], drawnBy: none, heldBy: none };
}

export const changed = (counts: readonly number[], cell: number, by: number): number[] =>
	counts.map((count, index) => (index === cell ? count + by : count));

const added = (one: readonly number[], other: readonly number[]): number[] =>
	one.map((count, index) => count + (other[index] ?? 0));

export type Stratum = {
	/** Of its values, as quotas by stratum name it. */
	readonly key: string;
	/** In the order of the design's factors: the levels that minimisation balances. */
	readonly values: readonly string[];
};

/**
 * The stratum of a participant. A factor without a value is the level `unknown`: a missing answer never stops a
 * randomisation, and never hides in somebody else's stratum.
 */
export function stratumOf(factors: readonly string[], given: Readonly<Record<string, string>>): Stratum {
	const values = factors.map((factor) => levelOf(given[factor]));
	return { key: keyOf(values), values };
}
