import { keyOf, levelOf } from "../../protocol/steps/stratum-key.ts";
import { randomOrder } from "../plan/draw-plan.ts";
import { type Allotment, type BlockList, drawSlot, FIRST_SLOT, type Slot, slotAfter } from "./blocks.ts";
import { randomStream } from "./generator.ts";
import { type Margin, minimise } from "./minimisation.ts";
import type { Pool } from "./pool.ts";
import { cellsOf, type Scheme } from "./scheme.ts";

/**
 * The allocator's rules, as functions of the state of each stratum. A place is reserved when somebody is randomised,
 * confirmed when they complete, and released when they do not. It lapses if they send no first message in time, which is a
 * release that they can take back (`renew-reservation.ts`).
 *
 * `replacement: reuse` gives a released place, and so its sequence, to the next arrival of the stratum, so that the
 * completers are balanced. Its price: leaving after meeting an arm decides what somebody else gets. If leaving depends on
 * the arm, an analysis of completers is biased as usual, and those who left must still be reported (CONSORT 13b). With
 * `none` a released place stays empty, and the randomised are balanced, which an analysis by intention to treat needs. In
 * both cases a release frees a place of the quota.
 */
export type SlotStatus = "reserved" | "confirmed" | "released" | "lapsed";

/** The state of one stratum of one pool. Its size does not grow with the number of participants. */
export type StratumState = {
	readonly pool: Pool;
	readonly key: string;
	readonly values: readonly string[];
	/** Number of all draws. */
	readonly draws: number;
	/** Reserved and confirmed places. */
	readonly held: number;
	/** The first place of the list that nobody has had. */
	readonly next: Slot;
	/** Released places that wait for the next arrival, the earliest first. */
	readonly freed: readonly Slot[];
	/** By cell of the scheme: all draws, and those that are held. */
	readonly drawnBy: readonly number[];
	readonly heldBy: readonly number[];
};

/** The key under which a stratum of a pool is stored. */
export const stratumKey = ({ pool, key }: Pick<StratumState, "pool" | "key">): string => JSON.stringify([pool, key]);

export type StratumArrival = { readonly pool: Pool; readonly stratum: Stratum };

export type Decision =
	| { readonly kind: "full" }
	| {
			readonly kind: "allotted";
			readonly allotment: Allotment & { readonly pool: Pool };
			/** Whether it took a released place. */
			readonly reused: boolean;
			/** The stratum afterwards. */
			readonly stratum: StratumState;
	  };

/** `strata` are those of the arrival's pool. A stratum without participants may be missing. */
export function allot(scheme: Scheme, strata: readonly StratumState[], { pool, stratum }: StratumArrival): Decision {
	const before = strata.find(({ key }) => key === stratum.key) ?? emptyStratum(scheme, pool, stratum);
	if (pool === "live" && isFull(scheme, strata, before)) return { kind: "full" };
	const draw = strata.reduce((total, { draws }) => total + draws, 0);
	const reused = before.freed[0];
	const drawn = drawFor(scheme, strata, before, { draw, slot: reused ?? before.next });
	const allotment = { pool, stratum: stratum.key, draw, ...drawn };
	return { kind: "allotted", allotment, reused: reused !== undefined, stratum: afterDraw(scheme, before, allotment) };
}

/** The stratum after one of its reserved places was released or lapsed. A confirmation does not change it. */
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

/** The new status of a place, or null if it does not change. Repeats do nothing, and confirmed or released places stay so. */
export const nextStatus = (
	status: SlotStatus | null,
	to: "confirmed" | "released" | "lapsed",
): "confirmed" | "released" | "lapsed" | null => (status === "reserved" ? to : null);

/** The quota counts everybody who holds a place, so that it cannot be exceeded by those who have not finished. */
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

/** Without factors, the only margin is the whole study: the biased coin of Efron (1971). */
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

/** Minimisation keeps no list, because it chooses among the sequences of a set. If orders are drawn singly, it has nothing to choose. */
export const fromList = ({ set, opening }: Scheme): boolean =>
	set === null || opening.design.method === "permuted-blocks";

/** A design without a set has blocks of one place. */
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
	/** Made of its values. Quotas by stratum use it. */
	readonly key: string;
	/** In the order of the design's factors: the levels that minimisation balances. */
	readonly values: readonly string[];
};

/**
 * The stratum of a participant. A missing value is the level `unknown`, so that a missing answer neither stops a
 * randomisation nor joins another stratum.
 */
export function stratumOf(factors: readonly string[], given: Readonly<Record<string, string>>): Stratum {
	const values = factors.map((factor) => levelOf(given[factor]));
	return { key: keyOf(values), values };
}
