import { Matrix } from "ml-matrix";
import { at } from "../numeric/arrays.ts";
import { inverseFromCholesky } from "../numeric/cholesky.ts";
import type { Evaluation } from "../numeric/minimise.ts";
import { lowerEntries, lowerTriangle, parameterCount, rowMajor } from "./effects.ts";
import { differentiate } from "./elimination/differentiate.ts";
import { type Eliminated, eliminate } from "./elimination/eliminate.ts";
import type { Factors } from "./elimination/scaling.ts";
import type { System } from "./elimination/system.ts";
import { restSize, type Workspace, workspaceOf } from "./elimination/workspace.ts";

/** The profiled deviance of one system, as a function of the relative covariance factors. */
export type Criterion = {
	readonly system: System;
	readonly workspace: Workspace;
	readonly reml: boolean;
	/** The divisor of the residual sum of squares: the rows, minus the fixed columns under REML. */
	readonly degrees: number;
};

export const criterionOf = (system: System, reml: boolean, rows = system.rows): Criterion => ({
	system,
	workspace: workspaceOf(system),
	reml,
	degrees: reml ? rows - (system.dense.length - 1) : rows,
});

/**
 * -2 log likelihood (or the REML criterion), with fixed effects and residual variance profiled out: equations 35 and 42 of
 * Bates, Maechler, Bolker and Walker (2015, J Stat Softw 67(1)).
 */
export function devianceOf({ reml, degrees }: Criterion, found: Eliminated): number {
	const { logDetRandom, logDetFixed, residual } = found;
	return logDetRandom + (reml ? logDetFixed : 0) + degrees * (1 + Math.log((2 * Math.PI * residual) / degrees));
}

/** The profiled deviance and its gradient. The parameters are the entries of lower triangles, block after block. */
export function evaluate(criterion: Criterion, parameters: Float64Array): Evaluation {
	const { system, workspace } = criterion;
	const factors = factorsOf(system, parameters);
	const found = eliminate(system, workspace, factors);
	if (!found) return { value: Number.POSITIVE_INFINITY, gradient: parameters.map(() => 0) };
	const objective = { reml: criterion.reml, residualWeight: criterion.degrees / found.residual };
	const slopes = differentiate(system, workspace, factors, objective);
	return { value: devianceOf(criterion, found), gradient: gradientOf(system, slopes) };
}

export function factorsOf(system: System, parameters: ArrayLike<number>): Factors {
	let start = 0;
	return system.blocks.map(({ columns }) => {
		const factor = rowMajor(lowerTriangle(parameters, start, columns.length));
		start += parameterCount(columns.length);
		return factor;
	});
}

function gradientOf(system: System, slopes: readonly Float64Array[]): Float64Array {
	const entries = system.blocks.flatMap(({ columns }, block) =>
		lowerEntries(Matrix.from1DArray(columns.length, columns.length, slopes[block] ?? [])),
	);
	return Float64Array.from(entries);
}

/** All random effects have the standard deviation of the residuals. */
export const startingPoint = (system: System): Float64Array =>
	Float64Array.from(system.blocks.flatMap(({ columns }) => lowerEntries(Matrix.eye(columns.length))));

export type FixedPart = {
	/** Coefficients of the dense columns. */
	readonly coefficients: Float64Array;
	/** Their covariance in units of the residual variance. */
	readonly covariance: Matrix;
};

/** The fixed effects at the point of the last elimination. */
export function fixedPart({ system, workspace }: Criterion): FixedPart {
	const size = restSize(system);
	const crossed = system.blockOfCrossed.length;
	const count = size - crossed - 1;
	const factor = new Float64Array(count * count);
	for (let row = 0; row < count; row += 1)
		for (let column = 0; column <= row; column += 1)
			factor[row * count + column] = at(workspace.rest, (crossed + row) * size + crossed + column);
	const coefficients = new Float64Array(count);
	for (let row = count - 1; row >= 0; row -= 1) {
		let total = at(workspace.rest, (size - 1) * size + crossed + row);
		for (let k = row + 1; k < count; k += 1) total -= at(factor, k * count + row) * at(coefficients, k);
		coefficients[row] = total / at(factor, row * count + row);
	}
	return { coefficients, covariance: Matrix.from1DArray(count, count, inverseFromCholesky(factor, count, count)) };
}
