import { below, type Purpose, randomStream, shuffle } from "./generator.ts";

/** A place in the list of one stratum: blocks and places in them are counted from 0. */
export type Slot = { readonly block: number; readonly place: number };

export const FIRST_SLOT: Slot = { block: 0, place: 0 };

/** What a slot holds: a row of the complete set, and which copy of the set within the block it completes. */
export type BlockDraw = { readonly row: number; readonly copy: number };

/** The list of one stratum of one pool, in permuted blocks. Any slot is drawn from the seed alone, without those before it. */
export type BlockList = {
	readonly seed: string;
	readonly pool: string;
	readonly stratum: string;
	/** How many sequences a complete set has. */
	readonly rows: number;
	/** In participants, each a multiple of `rows`. Several sizes are drawn from for each block. */
	readonly sizes: readonly number[];
};

/** The sizes that a protocol asks for; without any, one complete set. Throws a RangeError on one that no whole number of sets fills. */
export function blockSizes(rows: number, blockSize: number | readonly number[] | undefined): readonly number[] {
	const sizes = blockSize === undefined ? [rows] : typeof blockSize === "number" ? [blockSize] : blockSize;
	for (const size of sizes)
		if (size < rows || size % rows !== 0)
			throw new RangeError(`a block of ${size} is no multiple of ${rows} sequences`);
	return sizes;
}

/** With one size nobody draws it; with several, a block's end cannot be told from those before it. */
export function sizeOfBlock(list: BlockList, block: number): number {
	const [only, ...others] = list.sizes;
	if (only !== undefined && others.length === 0) return only;
	const stream = randomStream(list.seed, purpose("block-size", list, block));
	return list.sizes.at(below(stream, list.sizes.length)) ?? list.rows;
}

/**
 * How many complete sets lie before a block of a list. Where sizes vary, each block before it has to be drawn, so that they
 * are remembered.
 */
export function countSetsBefore(
	listOf: (pool: string, stratum: string) => BlockList,
): (pool: string, stratum: string, block: number) => number {
	const known = new Map<string, number[]>();
	return (pool, stratum, block) => {
		const list = listOf(pool, stratum);
		const [only, ...others] = list.sizes;
		if (only !== undefined && others.length === 0) return (block * only) / list.rows;
		const key = JSON.stringify([pool, stratum]);
		const starts = known.get(key) ?? [0];
		known.set(key, starts);
		for (let next = starts.length; next <= block; next += 1)
			starts.push((starts[next - 1] ?? 0) + sizeOfBlock(list, next - 1) / list.rows);
		return starts[block] ?? 0;
	};
}

/** Each sequence stands equally often in each block, in a uniformly drawn order. */
export function drawSlot(list: BlockList, slot: Slot): BlockDraw {
	const places = Array.from({ length: sizeOfBlock(list, slot.block) }, (_, place) => place);
	const drawn = shuffle(randomStream(list.seed, purpose("block", list, slot.block)), places).at(slot.place);
	if (drawn === undefined) throw new RangeError(`block ${slot.block} has no place ${slot.place}`);
	return { row: drawn % list.rows, copy: Math.floor(drawn / list.rows) };
}

/** The slot after this one. */
export const slotAfter = (list: BlockList, { block, place }: Slot): Slot =>
	place + 1 < sizeOfBlock(list, block) ? { block, place: place + 1 } : { block: block + 1, place: 0 };

const purpose = (what: string, { pool, stratum }: BlockList, block: number): Purpose => [what, pool, stratum, block];

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
