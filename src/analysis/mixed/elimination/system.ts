import type { RandomBlock } from "./blocks.ts";

/**
 * The cross-products of a mixed model's normal equations in order of elimination: nested levels from the innermost outwards,
 * then crossed random effects, then the fixed columns and the response. Built once, in linear time in the rows; every
 * evaluation of the criterion starts from it.
 */
export type System = Layout & {
	/** The outermost nodes, ancestors of all others. */
	readonly roots: readonly Node[];
	readonly clusters: readonly Cluster[];
	/** The total number of entries in all nodes' panels. */
	readonly panelSize: number;
};

export type Layout = {
	readonly rows: number;
	readonly blocks: readonly RandomBlock[];
	/** Indices of the blocks in the chain, innermost first. */
	readonly chain: readonly number[];
	/** The other blocks, and the first column of each among the crossed columns. */
	readonly crossedBlocks: readonly { readonly index: number; readonly start: number }[];
	/** The block of each crossed column. Columns of one level are adjacent. */
	readonly blockOfCrossed: Int32Array;
	/** Fixed columns, followed by the response. */
	readonly dense: readonly Float64Array[];
	/** Clusters that can be weighted; without them all rows form one cluster. */
	readonly clusterOf: Int32Array;
	readonly clusterCount: number;
};

/** One level of a nested random term, with the cross-products of its columns and of all columns eliminated later. */
export type Node = {
	/** Position in the chain; 0 is innermost. */
	readonly depth: number;
	readonly width: number;
	/** The number of outer levels' columns. They come first below the node's own. */
	readonly outer: number;
	/** Crossed columns that occur with this level, ascending. */
	readonly crossed: Int32Array;
	/** The index of each in the parent's `crossed`. */
	readonly inParent: Int32Array;
	/** Rows below the node's own columns: outer, crossed and dense. */
	readonly below: number;
	/** (own + below) x own, row-major. */
	readonly products: Float64Array;
	/** The start of this node's panel in the storage of an evaluation. */
	readonly panel: number;
	/** Filled while the tree is built, from the outermost level inwards. */
	readonly children: Node[];
	/** Children that are condensed to sums. */
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

/** Cross-products of crossed and dense columns within one cluster, row-major: `crossed`, then the dense columns. */
export type Cluster = { readonly crossed: Int32Array; readonly products: Float64Array };

export type SystemInput = Pick<Layout, "blocks" | "dense"> & {
	readonly clusters?: { readonly codes: Int32Array; readonly count: number } | undefined;
};
