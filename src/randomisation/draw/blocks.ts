import { below, type Purpose, randomStream, shuffle } from "./generator.ts";

/** A place in the list of one stratum. Blocks and places in them are counted from 0. */
export type Slot = { readonly block: number; readonly place: number };

export const FIRST_SLOT: Slot = { block: 0, place: 0 };

/** The content of a place: a row of the complete set, and the copy of the set within the block. */
export type BlockDraw = { readonly row: number; readonly copy: number };

/** The list of one stratum of one pool, in permuted blocks. Any place is drawn from the seed alone, without those before it. */
export type BlockList = {
	readonly seed: string;
	readonly pool: string;
	readonly stratum: string;
	/** The number of sequences in a complete set. */
	readonly rows: number;
	/** In participants, each a multiple of `rows`. If there are several sizes, each block draws one. */
	readonly sizes: readonly number[];
};

/** The protocol's block sizes, by default one complete set. Throws a RangeError if a size is no whole number of sets. */
export function blockSizes(rows: number, blockSize: number | readonly number[] | undefined): readonly number[] {
	const sizes = blockSize === undefined ? [rows] : typeof blockSize === "number" ? [blockSize] : blockSize;
	for (const size of sizes)
		if (size < rows || size % rows !== 0)
			throw new RangeError(`a block of ${size} is no multiple of ${rows} sequences`);
	return sizes;
}

/** A single size needs no draw. With several, nobody can tell the end of a block from the places before it. */
export function sizeOfBlock(list: BlockList, block: number): number {
	const [only, ...others] = list.sizes;
	if (only !== undefined && others.length === 0) return only;
	const stream = randomStream(list.seed, purpose("block-size", list, block));
	return list.sizes.at(below(stream, list.sizes.length)) ?? list.rows;
}

/** The number of complete sets before a block of a list. If sizes vary, all blocks before have to be drawn, so the results are cached. */
export function countSetsBefore(
	listOf: (pool: string, stratum: string) => BlockList,
): (pool: string, stratum: string, block: number) => number {
	const cache = new Map<string, number[]>();
	return (pool, stratum, block) => {
		const list = listOf(pool, stratum);
		const [only, ...others] = list.sizes;
		if (only !== undefined && others.length === 0) return (block * only) / list.rows;
		const key = JSON.stringify([pool, stratum]);
		const starts = cache.get(key) ?? [0];
		cache.set(key, starts);
		for (let next = starts.length; next <= block; next += 1)
			starts.push((starts[next - 1] ?? 0) + sizeOfBlock(list, next - 1) / list.rows);
		return starts[block] ?? 0;
	};
}

/** Each sequence occurs equally often in each block, in a uniformly drawn order. */
export function drawSlot(list: BlockList, slot: Slot): BlockDraw {
	const places = Array.from({ length: sizeOfBlock(list, slot.block) }, (_, place) => place);
	const drawn = shuffle(randomStream(list.seed, purpose("block", list, slot.block)), places).at(slot.place);
	if (drawn === undefined) throw new RangeError(`block ${slot.block} has no place ${slot.place}`);
	return { row: drawn % list.rows, copy: Math.floor(drawn / list.rows) };
}

/** The place after this one. */
export const slotAfter = (list: BlockList, { block, place }: Slot): Slot =>
	place + 1 < sizeOfBlock(list, block) ? { block, place: place + 1 } : { block: block + 1, place: 0 };

const purpose = (what: string, { pool, stratum }: BlockList, block: number): Purpose => [what, pool, stratum, block];

/** The position of an allocation in its pool. Together with the seed it determines the whole plan. */
export type Allotment = {
	readonly pool: string;
	readonly stratum: string;
	/** The number in the pool's order of draws, from 0. */
	readonly draw: number;
	/** The place in the stratum's list. Without a list (minimisation), each draw is a block of its own. */
	readonly slot: Slot;
	/** The cell of the scheme: the row of the complete set, or the first treatment if there is no set. */
	readonly row: number;
	/** The copy of the set within the block. */
	readonly copy: number;
};
