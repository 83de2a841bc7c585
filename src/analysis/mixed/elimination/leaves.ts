import { add, at, indexAt } from "../../numeric/arrays.ts";
import { applyFactor, type Factors, ONE, rowGroups } from "./scaling.ts";
import type { LeafGroup, Node, System } from "./system.ts";

/**
 * Innermost levels of one effect with the same own product, such as conversations with equally many rows, pass the same
 * multiple of their outer products to their parent. They are summed once, so that each evaluation costs as much as one level
 * for the whole group.
 */
export function condenseLeaves(parents: readonly Node[], dense: number): void {
	const grouped = parents.map((parent) => groupsOf(parent, dense));
	const apart = parents.reduce(
		(total, { children }) => total + children.reduce((sum, { below }) => sum + below ** 2, 0),
		0,
	);
	const together = grouped.reduce(
		(total, groups) => total + groups.reduce((sum, { products }) => sum + products.length, 0),
		0,
	);
	if (together > apart) return;
	parents.forEach((parent, index) => {
		parent.leaves.push(...(grouped[index] ?? []));
		parent.children.length = 0;
	});
}

function groupsOf(parent: Node, dense: number): LeafGroup[] {
	const size = parent.width + parent.below;
	const groups = new Map<number, { own: number; count: number; products: Float64Array }>();
	for (const leaf of parent.children) {
		const own = at(leaf.products, 0);
		const group = groups.get(own) ?? { own, count: 0, products: new Float64Array(size ** 2) };
		group.count += 1;
		groups.set(own, group);
		const place = (row: number): number => placeInFront(leaf, parent, dense, row);
		for (let row = 0; row < leaf.below; row += 1) {
			const value = at(leaf.products, row + 1);
			if (value === 0) continue;
			for (let column = 0; column < leaf.below; column += 1)
				add(group.products, place(row) * size + place(column), value * at(leaf.products, column + 1));
		}
	}
	return [...groups.values()];
}

function placeInFront(leaf: Node, parent: Node, dense: number, row: number): number {
	if (row < leaf.outer) return row;
	if (row < leaf.below - dense) return leaf.outer + indexAt(leaf.inParent, row - leaf.outer);
	return leaf.outer + parent.crossed.length + row - (leaf.below - dense);
}

/** λ² / (λ² own + 1): the share of a leaf's outer products that its elimination removes. */
const share = (lambda: number, own: number): number => (lambda * lambda) / (lambda * lambda * own + 1);

/** Adds the contributions of a parent's leaves to its front. Returns their log determinant. */
export function addLeaves(system: System, parent: Node, factors: Factors, front: Float64Array): number {
	const lambda = lambdaOf(system, factors);
	const size = parent.width + parent.below;
	let logDet = 0;
	for (const { own, count, products } of parent.leaves) {
		const taken = share(lambda, own);
		logDet += count * Math.log1p(lambda * lambda * own);
		for (let index = 0; index < size * size; index += 1) add(front, index, -taken * at(products, index));
	}
	scaleBothSides(system, parent, factors, front);
	return logDet;
}

const lambdaOf = (system: System, factors: Factors): number => at(factors[system.chain[0] ?? -1] ?? ONE, 0);

/** Λ' matrix Λ, with the factors of the front's rows. */
function scaleBothSides(system: System, parent: Node, factors: Factors, matrix: Float64Array): void {
	const size = parent.width + parent.below;
	const diagonal = diagonalOf(system, parent, factors);
	if (diagonal) {
		for (let row = 0; row < size; row += 1)
			for (let column = 0; column <= row; column += 1)
				matrix[row * size + column] = at(matrix, row * size + column) * at(diagonal, row) * at(diagonal, column);
		return;
	}
	rowGroups(system, parent, (start, width, block) => {
		const factor = factors[block];
		if (!factor) return;
		const held = new Float64Array(width);
		for (let other = 0; other < size; other += 1) applyFactor(matrix, (k) => (start + k) * size + other, factor, held);
		for (let other = 0; other < size; other += 1) applyFactor(matrix, (k) => other * size + start + k, factor, held);
	});
}

/** The factors of the front's rows if each is a single number; null if some are matrices. */
function diagonalOf(system: System, parent: Node, factors: Factors): Float64Array | null {
	const diagonal = new Float64Array(parent.width + parent.below);
	let isDiagonal = true;
	rowGroups(system, parent, (start, width, block) => {
		if (width > 1) isDiagonal = false;
		diagonal[start] = at(factors[block] ?? ONE, 0);
	});
	return isDiagonal ? diagonal : null;
}

/**
 * Adds the derivatives through a parent's leaves. `adjoint` belongs to the parent's front (both triangles), `weight` to the log
 * determinant.
 */
export function addLeafSlopes(
	system: System,
	parent: Node,
	factors: Factors,
	adjoint: Float64Array,
	weight: number,
	slopes: readonly Float64Array[],
): void {
	const size = parent.width + parent.below;
	const half = timesFactors(system, parent, factors, adjoint);
	const lambda = lambdaOf(system, factors);
	const own = slopes[system.chain[0] ?? -1];
	for (const leaf of parent.leaves) {
		const taken = share(lambda, leaf.own);
		const scale = lambda * lambda * leaf.own + 1;
		const ofShare = -contracted(system, parent, factors, leaf.products, half);
		if (own) add(own, 0, (ofShare * 2 * lambda) / scale ** 2 + (weight * leaf.count * 2 * lambda * leaf.own) / scale);
		addRowSlopes(system, parent, leaf.products, half, -2 * taken, size, slopes);
	}
}

/** Λ adjoint: rows of the front in the leaves' own coordinates, columns unchanged. */
function timesFactors(system: System, parent: Node, factors: Factors, adjoint: Float64Array): Float64Array {
	const size = parent.width + parent.below;
	const result = Float64Array.from(adjoint.subarray(0, size * size));
	rowGroups(system, parent, (start, width, block) => {
		const factor = factors[block];
		if (!factor) return;
		for (let row = 0; row < width; row += 1)
			for (let column = 0; column < size; column += 1) {
				let total = 0;
				for (let k = 0; k < width; k += 1)
					total += at(factor, row * width + k) * at(adjoint, (start + k) * size + column);
				result[(start + row) * size + column] = total;
			}
	});
	return result;
}

/** The sum over entries of products times Λ adjoint Λ'. */
function contracted(
	system: System,
	parent: Node,
	factors: Factors,
	products: Float64Array,
	half: Float64Array,
): number {
	const size = parent.width + parent.below;
	let total = 0;
	rowGroups(system, parent, (start, width, block) => {
		const factor = factors[block] ?? ONE;
		for (let column = 0; column < width; column += 1)
			for (let k = 0; k < width; k += 1) {
				const weight = at(factor, column * width + k);
				if (weight === 0) continue;
				for (let row = 0; row < size; row += 1)
					total += weight * at(products, row * size + start + column) * at(half, row * size + start + k);
			}
	});
	return total;
}

/** The derivatives of the rows' own factors: products times Λ adjoint, block by block. */
function addRowSlopes(
	system: System,
	parent: Node,
	products: Float64Array,
	half: Float64Array,
	scale: number,
	size: number,
	slopes: readonly Float64Array[],
): void {
	rowGroups(system, parent, (start, width, block) => {
		const slope = slopes[block];
		if (!slope) return;
		for (let row = 0; row < width; row += 1)
			for (let column = 0; column < width; column += 1) {
				let total = 0;
				for (let k = 0; k < size; k += 1)
					total += at(products, (start + row) * size + k) * at(half, k * size + start + column);
				add(slope, row * width + column, scale * total);
			}
	});
}
