import { add, at, indexAt } from "../../numeric/arrays.ts";
import { choleskyInPlace } from "../../numeric/cholesky.ts";
import { addLeaves } from "./leaves.ts";
import { type Factors, scalePanel, scaleRest } from "./scaling.ts";
import type { Node, System } from "./system.ts";
import { restSize, targetsOf, type Workspace } from "./workspace.ts";

export type Eliminated = {
	/** log |Λ'Z'ZΛ + I|. */
	readonly logDetRandom: number;
	/** log |X'V^-1 X| for V in units of the residual variance. */
	readonly logDetFixed: number;
	/** The penalised residual sum of squares, minimised over fixed and random effects. */
	readonly residual: number;
};

/**
 * The Cholesky factor of the penalised normal equations with fixed columns and response appended, as in Bates, Maechler, Bolker
 * and Walker (2015, J Stat Softw 67(1), section 3.4), by multifrontal elimination: each level of a nested term passes its Schur
 * complement to its parent, and the outermost levels pass theirs to a dense rest. Null if rounding errors leave no positive
 * pivot.
 */
export function eliminate(system: System, workspace: Workspace, factors: Factors): Eliminated | null {
	scaleRest(system, workspace.base, factors, workspace.rest);
	let logDetRandom = 0;
	for (const root of system.roots) {
		const weight = at(workspace.weights, root.cluster);
		if (weight !== 0) logDetRandom += weight * eliminateNode(system, workspace, factors, root, null, weight);
	}
	const size = restSize(system);
	if (!choleskyInPlace(workspace.rest, size)) return null;
	const crossed = system.blockOfCrossed.length;
	return {
		logDetRandom: logDetRandom + logDiagonal(workspace.rest, size, 0, crossed),
		logDetFixed: logDiagonal(workspace.rest, size, crossed, size - 1),
		residual: at(workspace.rest, size * size - 1) ** 2,
	};
}

function logDiagonal(factor: Float64Array, size: number, from: number, to: number): number {
	let total = 0;
	for (let row = from; row < to; row += 1) total += 2 * Math.log(at(factor, row * size + row));
	return total;
}

/** Eliminates a node after its children. Returns their total log determinant. */
function eliminateNode(
	system: System,
	workspace: Workspace,
	factors: Factors,
	node: Node,
	parent: Node | null,
	weight: number,
): number {
	const isParent = node.children.length > 0 || node.leaves.length > 0;
	const front = isParent ? workspace.fronts[node.depth] : undefined;
	front?.fill(0, 0, (node.width + node.below) ** 2);
	let logDet = front && node.leaves.length > 0 ? addLeaves(system, node, factors, front) : 0;
	for (const child of node.children) logDet += eliminateNode(system, workspace, factors, child, node, 1);
	scalePanel(system, node, factors, workspace.panels);
	if (front) addFront(node, front, workspace.panels);
	logDet += factorPanel(node, workspace.panels);
	const targets = targetsOf(system, workspace, node, parent);
	if (parent)
		passOn(node, workspace.panels, front, targets, workspace.fronts[parent.depth], parent.width + parent.below, 1);
	else passOn(node, workspace.panels, front, targets, workspace.rest, restSize(system), weight);
	return logDet;
}

function addFront({ width, below, panel }: Node, front: Float64Array, panels: Float64Array): void {
	const size = width + below;
	for (let row = 0; row < size; row += 1)
		for (let column = 0; column < Math.min(width, row + 1); column += 1)
			add(panels, panel + row * width + column, at(front, row * size + column));
}

/** Replaces own columns by their Cholesky factor, and solves the rows below against it. */
function factorPanel({ width, below, panel }: Node, panels: Float64Array): number {
	let logDet = 0;
	for (let row = 0; row < width + below; row += 1) {
		for (let column = 0; column < Math.min(width, row + 1); column += 1) {
			let value = at(panels, panel + row * width + column);
			for (let k = 0; k < column; k += 1)
				value -= at(panels, panel + row * width + k) * at(panels, panel + column * width + k);
			const diagonal = row === column ? Math.sqrt(value) : at(panels, panel + column * width + column);
			panels[panel + row * width + column] = row === column ? diagonal : value / diagonal;
			if (row === column) logDet += 2 * Math.log(diagonal);
		}
	}
	return logDet;
}

/**
 * Adds the children's contributions, minus the outer product of the rows below, to the parent's front or to the rest. Lower
 * triangles only.
 */
function passOn(
	{ width, below, panel }: Node,
	panels: Float64Array,
	front: Float64Array | undefined,
	targets: Int32Array,
	into: Float64Array | undefined,
	intoSize: number,
	weight: number,
): void {
	if (!into) return;
	if (width === 1 && !front) {
		passOnColumn(panels.subarray(panel + 1, panel + 1 + below), targets, into, intoSize, weight);
		return;
	}
	const size = width + below;
	for (let row = 0; row < below; row += 1) {
		const rowPanel = panel + (width + row) * width;
		const rowTarget = indexAt(targets, row) * intoSize;
		for (let column = 0; column <= row; column += 1) {
			const columnPanel = panel + (width + column) * width;
			let value = front ? at(front, (width + row) * size + width + column) : 0;
			for (let k = 0; k < width; k += 1) value -= at(panels, rowPanel + k) * at(panels, columnPanel + k);
			add(into, rowTarget + indexAt(targets, column), weight * value);
		}
	}
}

/** The same for a single column without children, the most frequent case by far. */
function passOnColumn(
	column: Float64Array,
	targets: Int32Array,
	into: Float64Array,
	intoSize: number,
	weight: number,
): void {
	for (let row = 0; row < column.length; row += 1) {
		const factor = -weight * at(column, row);
		if (factor === 0) continue;
		const offset = indexAt(targets, row) * intoSize;
		for (let other = 0; other <= row; other += 1)
			add(into, offset + indexAt(targets, other), factor * at(column, other));
	}
}
