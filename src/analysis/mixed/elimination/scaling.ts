import { add, at, indexAt } from "../../numeric/arrays.ts";
import type { Node, System } from "./system.ts";
import { restSize } from "./workspace.ts";

/** The relative covariance factor of each block, a width x width matrix, row-major: Var(effects) = sigma² Λ Λ'. */
export type Factors = readonly Float64Array[];

/** Calls `visit` for each group of rows in a node's panel that belong to one level of one block. Dense rows have block -1. */
export function rowGroups(
	system: System,
	node: Node,
	visit: (start: number, width: number, block: number) => void,
): void {
	let start = 0;
	for (let depth = node.depth; depth < system.chain.length; depth += 1) {
		const block = system.chain[depth] ?? -1;
		const width = widthOf(system, block);
		visit(start, width, block);
		start += width;
	}
	for (let column = 0; column < node.crossed.length; ) {
		const block = indexAt(system.blockOfCrossed, indexAt(node.crossed, column));
		const width = widthOf(system, block);
		visit(start, width, block);
		start += width;
		column += width;
	}
	for (let row = 0; row < system.dense.length; row += 1) visit(start + row, 1, -1);
}

export const widthOf = (system: System, block: number): number => system.blocks[block]?.columns.length ?? 1;

/** Writes Λ' products Λ + I into a node's panel, with the factor of each row group on the left and the node's factor on the right. */
export function scalePanel(system: System, node: Node, factors: Factors, panels: Float64Array): void {
	const { width, products, panel } = node;
	const own = factors[system.chain[node.depth] ?? -1] ?? ONE;
	rowGroups(system, node, (start, rows, block) => {
		const left = factors[block] ?? ONE;
		for (let row = 0; row < rows; row += 1)
			for (let column = 0; column < width; column += 1) {
				let total = 0;
				for (let k = 0; k < rows; k += 1) {
					const weight = at(left, k * rows + row);
					if (weight !== 0) total += weight * timesFactor(products, (start + k) * width, own, width, column);
				}
				panels[panel + (start + row) * width + column] = total;
			}
	});
	for (let column = 0; column < width; column += 1) add(panels, panel + column * width + column, 1);
}

/** One entry of a row of products times the node's factor. */
export function timesFactor(
	products: Float64Array,
	row: number,
	factor: Float64Array,
	width: number,
	column: number,
): number {
	let total = 0;
	for (let k = 0; k < width; k += 1) total += at(products, row + k) * at(factor, k * width + column);
	return total;
}

export const ONE = Float64Array.of(1);

/** Writes Λ' base Λ into `rest`, plus I for crossed columns. */
export function scaleRest(system: System, base: Float64Array, factors: Factors, rest: Float64Array): void {
	const size = restSize(system);
	rest.set(base);
	crossedGroups(system, (start, width, block) => {
		const factor = factors[block] ?? ONE;
		const held = new Float64Array(width);
		for (let other = 0; other < size; other += 1) {
			applyFactor(rest, (k) => (start + k) * size + other, factor, held);
		}
		for (let other = 0; other < size; other += 1) {
			applyFactor(rest, (k) => other * size + start + k, factor, held);
		}
	});
	for (let column = 0; column < system.blockOfCrossed.length; column += 1) add(rest, column * size + column, 1);
}

export function crossedGroups(system: System, visit: (start: number, width: number, block: number) => void): void {
	for (let start = 0; start < system.blockOfCrossed.length; ) {
		const block = indexAt(system.blockOfCrossed, start);
		const width = widthOf(system, block);
		visit(start, width, block);
		start += width;
	}
}

/** Replaces the entries at `place(0)` … by Λ' times these entries. */
export function applyFactor(
	values: Float64Array,
	place: (k: number) => number,
	factor: Float64Array,
	held: Float64Array,
): void {
	const width = held.length;
	for (let k = 0; k < width; k += 1) held[k] = at(values, place(k));
	for (let row = 0; row < width; row += 1) {
		let total = 0;
		for (let k = 0; k < width; k += 1) total += at(factor, k * width + row) * at(held, k);
		values[place(row)] = total;
	}
}
