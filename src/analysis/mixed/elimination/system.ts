import type { RandomBlock } from "./blocks.ts";

/**
 * The cross-products of a mixed model's normal equations, in the order in which they are eliminated: nested levels from the
 * innermost outwards, then crossed random effects, then the fixed columns and the response. Built once in time linear in the
 * rows; every evaluation of the criterion starts from it.
 */
export type System = Layout & {
	/** The outermost nodes. All others hang below them. */
	readonly roots: readonly Node[];
	readonly clusters: readonly Cluster[];
	/** How many numbers the panels of all nodes hold together. */
	readonly panelSize: number;
};

export type Layout = {
	readonly rows: number;
	readonly blocks: readonly RandomBlock[];
	/** Indices of the blocks in the chain, innermost first. */
	readonly chain: readonly number[];
	/** The other blocks, and the first column of each among the crossed columns. */
	readonly crossedBlocks: readonly { readonly index: number; readonly start: number }[];
	/** For each crossed column the block that it belongs to. Columns of one level stand together. */
	readonly blockOfCrossed: Int32Array;
	/** Fixed columns, and the response last. */
	readonly dense: readonly Float64Array[];
	/** Clusters that can be weighted; without them all rows are one. */
	readonly clusterOf: Int32Array;
	readonly clusterCount: number;
};

/** One level of a nested random term, with the cross-products of its columns and everything that is eliminated later. */
export type Node = {
	/** Place in the chain; 0 is innermost. */
	readonly depth: number;
	readonly width: number;
	/** Columns of outer levels. They come first below the node's own. */
	readonly outer: number;
	/** Crossed columns that occur with this level, ascending. */
	readonly crossed: Int32Array;
	/** The place of each in the parent's `crossed`. */
	readonly inParent: Int32Array;
	/** Rows below the node's own columns: outer, crossed and dense. */
	readonly below: number;
	/** (own + below) x own, row-major. */
	readonly products: Float64Array;
	/** Where this node's panel begins in the storage of an evaluation. */
	readonly panel: number;
	/** Filled while the tree is built, from the outermost level inwards. */
	readonly children: Node[];
	/** Children that are summed up instead. */
	readonly leaves: LeafGroup[];
	readonly cluster: number;
};

/** Innermost levels of one effect under one parent, all with the same own product. */
export type LeafGroup = {
	readonly own: number;
	readonly count: number;
	/** The sum of their outer products, in the layout of the parent's front. */
	readonly products: Float64Array;
};

/** Cross-products of crossed and dense columns within one cluster, row-major over `crossed` and then the dense columns. */
export type Cluster = { readonly crossed: Int32Array; readonly products: Float64Array };

export type SystemInput = Pick<Layout, "blocks" | "dense"> & {
	readonly clusters?: { readonly codes: Int32Array; readonly count: number } | undefined;
};
