import { indexAt } from "../../numeric/arrays.ts";

/** The random effects of one term: `columns` for each level, with each row's level in `codes`. */
export type RandomBlock = {
	readonly codes: Int32Array;
	readonly levels: number;
	readonly columns: readonly Float64Array[];
};

/** For each level of `inner`, its level of `outer`; null if a level belongs to several. */
export function nesting(inner: RandomBlock, outer: Pick<RandomBlock, "codes">): Int32Array | null {
	const outerOf = new Int32Array(inner.levels).fill(-1);
	for (let row = 0; row < inner.codes.length; row += 1) {
		const level = indexAt(inner.codes, row);
		const found = indexAt(outer.codes, row);
		if (indexAt(outerOf, level) >= 0 && indexAt(outerOf, level) !== found) return null;
		outerOf[level] = found;
	}
	return outerOf;
}

export type Partition = {
	/** Indices of blocks, each nested in the next, the one with most levels first. */
	readonly chain: readonly number[];
	/** All other blocks. */
	readonly crossed: readonly number[];
};

/**
 * Splits random terms into a chain of nested ones, which can be eliminated level by level without fill-in, and the rest. With
 * `clusters`, the chain has only terms within clusters, so that whole clusters can be weighted.
 */
export function partition(blocks: readonly RandomBlock[], clusters?: Int32Array): Partition {
	const bySize = blocks.map((_, index) => index).sort((one, other) => size(blocks[other]) - size(blocks[one]));
	const chain: number[] = [];
	for (const index of bySize) {
		const [block, last] = [blocks[index], blocks[chain.at(-1) ?? -1]];
		if (!block || (clusters && !nesting(block, { codes: clusters }))) continue;
		if (!last || nesting(last, block)) chain.push(index);
	}
	return { chain, crossed: bySize.filter((index) => !chain.includes(index)) };
}

const size = (block: RandomBlock | undefined): number => block?.levels ?? 0;
