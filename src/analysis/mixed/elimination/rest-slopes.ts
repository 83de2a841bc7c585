import { add, at } from "../../numeric/arrays.ts";
import { inverseFromCholesky } from "../../numeric/cholesky.ts";
import { crossedGroups, type Factors, ONE } from "./scaling.ts";
import type { System } from "./system.ts";
import { restSize, type Workspace } from "./workspace.ts";

/**
 * The differentiated function: log determinants of random effects and, under REML, of fixed effects, plus `residualWeight`
 * times the residual.
 */
export type Objective = { readonly reml: boolean; readonly residualWeight: number };

/** d log|T| = tr(T^-1 dT) over the columns whose determinant counts, and d residual = v' dT v with v the response's residual direction. */
export function restAdjoint(system: System, { rest }: Workspace, { reml, residualWeight }: Objective): Float64Array {
	const size = restSize(system);
	const counted = reml ? size - 1 : system.blockOfCrossed.length;
	const inverse = inverseFromCholesky(rest, size, counted);
	const direction = residualDirection(rest, size);
	const adjoint = new Float64Array(size * size);
	for (let row = 0; row < size; row += 1)
		for (let column = 0; column < size; column += 1) {
			const determinant = row < counted && column < counted ? at(inverse, row * counted + column) : 0;
			adjoint[row * size + column] = determinant + residualWeight * at(direction, row) * at(direction, column);
		}
	return adjoint;
}

/** (-b, 1), with b the coefficients of the response on all other columns: L^-T times the last unit vector, scaled to end in 1. */
function residualDirection(factor: Float64Array, size: number): Float64Array {
	const direction = new Float64Array(size);
	direction[size - 1] = 1;
	for (let row = size - 2; row >= 0; row -= 1) {
		let total = at(factor, (size - 1) * size + row);
		for (let k = row + 1; k < size - 1; k += 1) total += at(factor, k * size + row) * at(direction, k);
		direction[row] = -total / at(factor, row * size + row);
	}
	return direction;
}

/** Adds the derivatives through the crossed part of Λ' base Λ. */
export function addRestSlopes(
	system: System,
	workspace: Workspace,
	factors: Factors,
	adjoint: Float64Array,
	slopes: readonly Float64Array[],
): void {
	const size = restSize(system);
	const scaled = columnFactors(system, factors);
	crossedGroups(system, (start, width, block) => {
		const slope = slopes[block];
		if (!slope) return;
		for (let own = 0; own < width; own += 1)
			for (let column = 0; column < size; column += 1) {
				const product = at(workspace.base, (start + own) * size + column);
				if (product === 0) continue;
				const group = scaled[column] ?? { start: column, width: 1, factor: ONE };
				for (let k = 0; k < group.width; k += 1) {
					const weight = 2 * product * at(group.factor, (column - group.start) * group.width + k);
					for (let other = 0; other < width; other += 1)
						add(slope, own * width + other, weight * at(adjoint, (group.start + k) * size + start + other));
				}
			}
	});
}

type Group = { readonly start: number; readonly width: number; readonly factor: Float64Array };

function columnFactors(system: System, factors: Factors): Group[] {
	const groups: Group[] = [];
	crossedGroups(system, (start, width, block) => {
		for (let k = 0; k < width; k += 1) groups.push({ start, width, factor: factors[block] ?? ONE });
	});
	return groups;
}
