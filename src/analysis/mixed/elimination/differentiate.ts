import { add, at, indexAt } from "../../numeric/arrays.ts";
import { lowerInverse } from "../../numeric/cholesky.ts";
import { addLeafSlopes } from "./leaves.ts";
import { addRestSlopes, type Objective, restAdjoint } from "./rest-slopes.ts";
import { type Factors, ONE, rowGroups, timesFactor } from "./scaling.ts";
import type { Node, System } from "./system.ts";
import { restSize, targetsOf, type Workspace } from "./workspace.ts";

/**
 * The derivatives of the objective with respect to each block's factor (width x width, row-major), at the point of the last
 * elimination in `workspace`. Reverse differentiation of the Cholesky factorisation (Smith 1995, J Comput Graph Stat 4:134-147;
 * in blocks: Murray 2016, arXiv 1602.07527), at about twice the cost of the elimination.
 */
export function differentiate(
	system: System,
	workspace: Workspace,
	factors: Factors,
	objective: Objective,
): Float64Array[] {
	const slopes = system.blocks.map(({ columns }) => new Float64Array(columns.length ** 2));
	const ofRest = restAdjoint(system, workspace, objective);
	addRestSlopes(system, workspace, factors, ofRest, slopes);
	const pass: Pass = { system, workspace, factors, slopes };
	const size = restSize(system);
	for (const root of system.roots) {
		const weight = at(workspace.weights, root.cluster);
		if (weight !== 0) visit(pass, root, null, { values: ofRest, size, scale: weight }, weight);
	}
	return slopes;
}

type Pass = {
	readonly system: System;
	readonly workspace: Workspace;
	readonly factors: Factors;
	readonly slopes: readonly Float64Array[];
};

/** Derivatives with respect to a symmetric matrix, with separate values for each entry. */
type Adjoint = { readonly values: Float64Array; readonly size: number; readonly scale: number };

function visit(pass: Pass, node: Node, parent: Node | null, above: Adjoint, weight: number): void {
	const { system, workspace } = pass;
	const targets = targetsOf(system, workspace, node, parent);
	const below = belowSlopes(node, workspace.panels, above, targets);
	const own = ownSlopes(node, workspace.panels, below, weight);
	addNodeSlopes(pass, node, own, below);
	const adjoint = workspace.adjoints[node.depth];
	if ((node.children.length === 0 && node.leaves.length === 0) || !adjoint) return;
	const size = node.width + node.below;
	fillFront(node, adjoint, own, below, above, targets);
	if (node.leaves.length > 0) addLeafSlopes(system, node, pass.factors, adjoint, weight, pass.slopes);
	for (const child of node.children) visit(pass, child, node, { values: adjoint, size, scale: 1 }, weight);
}

/** Derivatives with respect to the rows below before they were solved: -2 U L21 L11^-1, where U is the derivative of their target. */
function belowSlopes(
	{ width, below, panel }: Node,
	panels: Float64Array,
	above: Adjoint,
	targets: Int32Array,
): Float64Array {
	const slopes = new Float64Array(below * width);
	for (let row = 0; row < below; row += 1) {
		const offset = indexAt(targets, row) * above.size;
		for (let other = 0; other < below; other += 1) {
			const weight = -2 * above.scale * at(above.values, offset + indexAt(targets, other));
			for (let k = 0; k < width; k += 1)
				add(slopes, row * width + k, weight * at(panels, panel + (width + other) * width + k));
		}
		for (let k = width - 1; k >= 0; k -= 1) {
			let value = at(slopes, row * width + k);
			for (let later = k + 1; later < width; later += 1)
				value -= at(slopes, row * width + later) * at(panels, panel + later * width + k);
			slopes[row * width + k] = value / at(panels, panel + k * width + k);
		}
	}
	return slopes;
}

/** Derivatives with respect to the node's own block before its factorisation; symmetric, width x width. */
function ownSlopes(
	{ width, below, panel }: Node,
	panels: Float64Array,
	belowSlope: Float64Array,
	weight: number,
): Float64Array {
	const ofFactor = new Float64Array(width * width);
	for (let row = 0; row < width; row += 1) {
		for (let column = 0; column <= row; column += 1)
			for (let k = 0; k < below; k += 1)
				add(
					ofFactor,
					row * width + column,
					-at(belowSlope, k * width + row) * at(panels, panel + (width + k) * width + column),
				);
		add(ofFactor, row * width + row, (2 * weight) / at(panels, panel + row * width + row));
	}
	if (width === 1) return Float64Array.of(at(ofFactor, 0) / (2 * at(panels, panel)));
	return choleskyAdjoint(panels.subarray(panel, panel + width * width), ofFactor, width);
}

/** ½ L^-T (P + P') L^-1, with P the lower triangle of L' times the derivatives, its diagonal halved. */
function choleskyAdjoint(factor: Float64Array, ofFactor: Float64Array, n: number): Float64Array {
	const middle = new Float64Array(n * n);
	for (let row = 0; row < n; row += 1)
		for (let column = 0; column <= row; column += 1) {
			let total = 0;
			for (let k = row; k < n; k += 1) total += at(factor, k * n + row) * at(ofFactor, k * n + column);
			middle[row * n + column] = total / 2;
			middle[column * n + row] = total / 2;
		}
	const inverse = lowerInverse(factor, n, n);
	const result = new Float64Array(n * n);
	for (let i = 0; i < n; i += 1)
		for (let j = 0; j < n; j += 1)
			for (let k = i; k < n; k += 1)
				for (let m = j; m < n; m += 1)
					add(result, i * n + j, at(inverse, k * n + i) * at(middle, k * n + m) * at(inverse, m * n + j));
	return result;
}

/** Propagates through Λ' products Λ to the node's own factor and to the factors of the rows below. */
function addNodeSlopes({ system, factors, slopes }: Pass, node: Node, own: Float64Array, below: Float64Array): void {
	const { width, products } = node;
	const block = system.chain[node.depth] ?? -1;
	const [factor, slope] = [factors[block] ?? ONE, slopes[block]];
	if (!slope) return;
	rowGroups(system, node, (start, rows, other) => {
		const left = factors[other] ?? ONE;
		for (let row = 0; row < rows; row += 1)
			for (let column = 0; column < width; column += 1) {
				const timesOwn = timesFactor(products, (start + row) * width, factor, width, column);
				for (let k = 0; k < (start === 0 ? width : rows); k += 1) {
					if (start === 0) add(slope, row * width + k, 2 * timesOwn * at(own, column * width + k));
					else if (other >= 0)
						add(slopes[other] ?? ONE, row * rows + k, timesOwn * at(below, (start - width + k) * width + column));
				}
				if (start === 0) continue;
				const product = at(products, (start + row) * width + column);
				for (let k = 0; k < width; k += 1) {
					let total = 0;
					for (let inner = 0; inner < rows; inner += 1)
						total += at(left, row * rows + inner) * at(below, (start - width + inner) * width + k);
					add(slope, column * width + k, product * total);
				}
			}
	});
}

/** The derivatives with respect to a whole front, both triangles, for the node's children. */
function fillFront(
	{ width, below }: Node,
	adjoint: Float64Array,
	own: Float64Array,
	belowSlope: Float64Array,
	above: Adjoint,
	targets: Int32Array,
): void {
	const size = width + below;
	for (let row = 0; row < width; row += 1)
		for (let column = 0; column < width; column += 1) adjoint[row * size + column] = at(own, row * width + column);
	for (let row = 0; row < below; row += 1) {
		for (let column = 0; column < width; column += 1) {
			const half = at(belowSlope, row * width + column) / 2;
			adjoint[(width + row) * size + column] = half;
			adjoint[column * size + width + row] = half;
		}
		for (let column = 0; column < below; column += 1)
			adjoint[(width + row) * size + width + column] =
				above.scale * at(above.values, indexAt(targets, row) * above.size + indexAt(targets, column));
	}
}
