import { add, at, indexAt } from "../../numeric/arrays.ts";
import type { Node, System } from "./system.ts";

/** The shared memory of evaluations of one system. Each evaluation overwrites the previous one. */
export type Workspace = {
	/** Weighted cross-products of crossed and dense columns over all clusters: (crossed + dense) squared, row-major. */
	readonly base: Float64Array;
	/** The weight of each cluster; all 1 except in a bootstrap. */
	readonly weights: Float64Array;
	/** The Cholesky panels of all nodes. */
	readonly panels: Float64Array;
	/** The Cholesky factor of the rest after all nodes are eliminated. */
	readonly rest: Float64Array;
	/** The contributions of children to their parent, by depth: (own + below) squared. */
	readonly fronts: readonly Float64Array[];
	/** The derivatives with respect to a front, by depth. */
	readonly adjoints: readonly Float64Array[];
	/** By depth, the positions of the rows below a node in its parent's front, or in the rest. */
	readonly targets: readonly Int32Array[];
};

export function workspaceOf(system: System): Workspace {
	const size = restSize(system);
	const frontSizes = largestFronts(system);
	const squares = (): Float64Array[] =>
		frontSizes.map((largest, depth) => new Float64Array(depth === 0 ? 0 : largest ** 2));
	const workspace = {
		base: new Float64Array(size ** 2),
		weights: new Float64Array(system.clusters.length),
		panels: new Float64Array(system.panelSize),
		rest: new Float64Array(size ** 2),
		fronts: squares(),
		adjoints: squares(),
		targets: frontSizes.map((largest) => new Int32Array(largest)),
	};
	setWeights(system, workspace, new Float64Array(system.clusters.length).fill(1));
	return workspace;
}

export const restSize = (system: System): number => system.blockOfCrossed.length + system.dense.length;

function largestFronts(system: System): number[] {
	const largest = system.chain.map(() => 0);
	const visit = (node: Node): void => {
		largest[node.depth] = Math.max(largest[node.depth] ?? 0, node.width + node.below);
		node.children.forEach(visit);
	};
	system.roots.forEach(visit);
	return largest;
}

/** Counts each cluster as often as its weight says, in all following evaluations. */
export function setWeights(system: System, workspace: Workspace, weights: Float64Array): void {
	workspace.weights.set(weights);
	workspace.base.fill(0);
	const size = restSize(system);
	const crossedCount = system.blockOfCrossed.length;
	system.clusters.forEach(({ crossed, products }, cluster) => {
		const weight = at(weights, cluster);
		if (weight === 0) return;
		const own = crossed.length + system.dense.length;
		const placeOf = (row: number): number =>
			row < crossed.length ? indexAt(crossed, row) : row - crossed.length + crossedCount;
		for (let row = 0; row < own; row += 1) {
			const offset = placeOf(row) * size;
			for (let column = 0; column < own; column += 1)
				add(workspace.base, offset + placeOf(column), weight * at(products, row * own + column));
		}
	});
}

/** Fills in the positions of the rows below `node` in its parent's front, or in the rest for a root. Ascending. */
export function targetsOf(system: System, workspace: Workspace, node: Node, parent: Node | null): Int32Array {
	const targets = workspace.targets[node.depth] ?? new Int32Array();
	const places = parent ? node.inParent : node.crossed;
	const denseAt = node.outer + (parent ? parent.crossed.length : system.blockOfCrossed.length);
	for (let row = 0; row < node.outer; row += 1) targets[row] = row;
	for (let row = 0; row < places.length; row += 1) targets[node.outer + row] = node.outer + indexAt(places, row);
	for (let row = 0; row < system.dense.length; row += 1) targets[node.outer + places.length + row] = denseAt + row;
	return targets;
}
