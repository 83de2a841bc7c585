import { range } from "../../numeric/arrays.ts";
import { accumulateRows } from "./accumulate.ts";
import { partition } from "./blocks.ts";
import { condenseLeaves } from "./leaves.ts";
import { buildClusters, buildNodes } from "./nodes.ts";
import type { Layout, System, SystemInput } from "./system.ts";

/** The cross-products of these blocks and columns, in linear time in the number of rows. */
export function systemOf(input: SystemInput): System {
	const layout = layoutOf(input);
	const { byDepth, panelSize } = buildNodes(layout);
	const clusters = buildClusters(layout);
	accumulateRows(layout, byDepth, clusters);
	const [leaves, parents] = byDepth;
	if (parents && leaves?.[0]?.width === 1) condenseLeaves(parents, layout.dense.length);
	return { ...layout, roots: byDepth.at(-1) ?? [], clusters, panelSize };
}

function layoutOf({ blocks, dense, clusters }: SystemInput): Layout {
	const rows = dense[0]?.length ?? 0;
	const { chain, crossed } = partition(blocks, clusters?.codes);
	const widthOf = (index: number): number => (blocks[index]?.levels ?? 0) * (blocks[index]?.columns.length ?? 0);
	const crossedBlocks = crossed.map((index, place) => ({
		index,
		start: crossed.slice(0, place).reduce((total, before) => total + widthOf(before), 0),
	}));
	return {
		rows,
		blocks,
		chain,
		crossedBlocks,
		blockOfCrossed: Int32Array.from(crossed.flatMap((index) => range(widthOf(index)).map(() => index))),
		dense,
		clusterOf: clusters?.codes ?? new Int32Array(rows),
		clusterCount: clusters?.count ?? 1,
	};
}
