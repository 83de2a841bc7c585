import { indexAt, range } from "../../numeric/arrays.ts";
import { nesting, type RandomBlock } from "./blocks.ts";
import type { Cluster, Layout, Node } from "./system.ts";

type Tree = { readonly byDepth: readonly (readonly Node[])[]; readonly panelSize: number };

/** The nodes of a chain of nested terms, with cross-products still zero. Outermost first, because a node refers to its parent. */
export function buildNodes(layout: Layout): Tree {
	const chain = layout.chain.flatMap((index) => layout.blocks[index] ?? []);
	const crossedOf = crossedColumns(layout, chain);
	const byDepth: Node[][] = [];
	let panelSize = 0;
	for (let depth = chain.length - 1; depth >= 0; depth -= 1) {
		const block = chain[depth];
		if (!block) continue;
		const outer = chain.slice(depth + 1).reduce((total, { columns }) => total + columns.length, 0);
		const parentOf = parentCodes(chain, depth);
		const clusterOf = nesting(block, { codes: layout.clusterOf });
		const nodes = range(block.levels).map((level) => {
			const parent = byDepth[depth + 1]?.[indexAt(parentOf, level)];
			const crossed = crossedOf[depth]?.[level] ?? new Int32Array();
			const width = block.columns.length;
			const below = outer + crossed.length + layout.dense.length;
			const node: Node = {
				depth,
				width,
				outer,
				crossed,
				inParent: parent ? placesIn(parent.crossed, crossed) : new Int32Array(),
				below,
				products: new Float64Array((width + below) * width),
				panel: panelSize,
				children: [],
				leaves: [],
				cluster: clusterOf ? indexAt(clusterOf, level) : 0,
			};
			panelSize += (width + below) * width;
			parent?.children.push(node);
			return node;
		});
		byDepth[depth] = nodes;
	}
	return { byDepth, panelSize };
}

function parentCodes(chain: readonly RandomBlock[], depth: number): Int32Array {
	const [block, parent] = [chain[depth], chain[depth + 1]];
	return (block && parent && nesting(block, parent)) || new Int32Array();
}

/** The crossed columns that occur with each level, by depth. */
function crossedColumns(layout: Layout, chain: readonly RandomBlock[]): Int32Array[][] {
	if (layout.crossedBlocks.length === 0) return [];
	return chain.map(({ codes, levels }) => {
		const starts = range(levels).map(() => new Set<number>());
		for (let row = 0; row < layout.rows; row += 1) {
			const found = starts[indexAt(codes, row)];
			for (const { index, start } of layout.crossedBlocks) found?.add(firstColumn(layout, index, start, row));
		}
		return starts.map((found) => expanded(layout, found));
	});
}

/** The first crossed column of a block in a row. */
export function firstColumn(layout: Layout, index: number, start: number, row: number): number {
	const block = layout.blocks[index];
	return block ? start + indexAt(block.codes, row) * block.columns.length : start;
}

function expanded(layout: Layout, starts: ReadonlySet<number>): Int32Array {
	const columns = [...starts]
		.sort((one, other) => one - other)
		.flatMap((start) => {
			const width = layout.blocks[indexAt(layout.blockOfCrossed, start)]?.columns.length ?? 0;
			return range(width).map((column) => start + column);
		});
	return Int32Array.from(columns);
}

/** The index in the ascending `all` of each element of the ascending `wanted`, a subset. */
function placesIn(all: Int32Array, wanted: Int32Array): Int32Array {
	let place = 0;
	return wanted.map((column) => {
		while (indexAt(all, place) < column) place += 1;
		return place;
	});
}

/** The index of `column` in the ascending `all`, by binary search. */
export function placeOf(all: Int32Array, column: number): number {
	let [low, high] = [0, all.length - 1];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (indexAt(all, middle) < column) low = middle + 1;
		else high = middle;
	}
	return low;
}

export function buildClusters(layout: Layout): Cluster[] {
	const size = (crossed: number): number => (crossed + layout.dense.length) ** 2;
	const all = Int32Array.from(layout.blockOfCrossed, (_, column) => column);
	if (layout.clusterCount === 1) return [{ crossed: all, products: new Float64Array(size(all.length)) }];
	const asBlock: RandomBlock = { codes: layout.clusterOf, levels: layout.clusterCount, columns: [] };
	const [crossedOf = []] = crossedColumns(layout, [asBlock]);
	return range(layout.clusterCount).map((cluster) => {
		const crossed = crossedOf[cluster] ?? new Int32Array();
		return { crossed, products: new Float64Array(size(crossed.length)) };
	});
}
