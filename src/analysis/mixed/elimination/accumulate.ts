import { add, at, indexAt } from "../../numeric/arrays.ts";
import { firstColumn, placeOf } from "./nodes.ts";
import type { Cluster, Layout, Node } from "./system.ts";

/** Adds each row of the data to the cross-products of its nodes and its cluster. */
export function accumulateRows(
	layout: Layout,
	byDepth: readonly (readonly Node[])[],
	clusters: readonly Cluster[],
): void {
	const entries = new Entries(longest(byDepth, clusters, layout.dense.length));
	for (let row = 0; row < layout.rows; row += 1) {
		byDepth.forEach((nodes, depth) => {
			const block = layout.blocks[layout.chain[depth] ?? -1];
			const node = nodes[block ? indexAt(block.codes, row) : -1];
			if (!node) return;
			entries.fillFor(layout, row, depth, node.crossed, node.width + node.outer);
			entries.addTimesOwn(node);
		});
		const cluster = clusters[indexAt(layout.clusterOf, row)];
		if (!cluster) continue;
		entries.fillFor(layout, row, layout.chain.length, cluster.crossed, 0);
		entries.addSquare(cluster, layout.dense.length);
	}
}

function longest(byDepth: readonly (readonly Node[])[], clusters: readonly Cluster[], dense: number): number {
	const ofNodes = byDepth.map((nodes) => nodes.reduce((most, { width, below }) => Math.max(most, width + below), 0));
	return Math.max(...ofNodes, ...clusters.map(({ crossed }) => crossed.length + dense));
}

/** The structurally non-zero values of one row, with their indices in a panel. Reused for all rows, as scratch memory. */
class Entries {
	readonly #places: Int32Array;
	readonly #values: Float64Array;
	#count = 0;

	constructor(size: number) {
		this.#places = new Int32Array(size);
		this.#values = new Float64Array(size);
	}

	/** Fills in columns of the chain from `depth` outwards, then crossed columns from the place `nested` on, then dense ones. */
	fillFor(layout: Layout, row: number, depth: number, crossed: Int32Array, nested: number): void {
		this.#count = 0;
		let place = 0;
		for (let outer = depth; outer < layout.chain.length; outer += 1) {
			place = this.#putColumns(layout, layout.chain[outer] ?? -1, row, place);
		}
		for (const { index, start } of layout.crossedBlocks)
			this.#putColumns(layout, index, row, nested + placeOf(crossed, firstColumn(layout, index, start, row)));
		let densePlace = nested + crossed.length;
		for (const column of layout.dense) {
			this.#put(densePlace, at(column, row));
			densePlace += 1;
		}
	}

	addTimesOwn({ products, width }: Node): void {
		for (let entry = 0; entry < this.#count; entry += 1) {
			const offset = indexAt(this.#places, entry) * width;
			const value = at(this.#values, entry);
			for (let own = 0; own < width; own += 1) add(products, offset + own, value * at(this.#values, own));
		}
	}

	addSquare({ crossed, products }: Cluster, dense: number): void {
		const size = crossed.length + dense;
		for (let one = 0; one < this.#count; one += 1) {
			const offset = indexAt(this.#places, one) * size;
			const value = at(this.#values, one);
			for (let other = 0; other < this.#count; other += 1)
				add(products, offset + indexAt(this.#places, other), value * at(this.#values, other));
		}
	}

	#putColumns(layout: Layout, index: number, row: number, from: number): number {
		let place = from;
		for (const column of layout.blocks[index]?.columns ?? []) {
			this.#put(place, at(column, row));
			place += 1;
		}
		return place;
	}

	#put(place: number, value: number): void {
		this.#places[this.#count] = place;
		this.#values[this.#count] = value;
		this.#count += 1;
	}
}
