import { FormulaError } from "../formula/expression.ts";
import type { ModelFrame } from "../formula/model-frame.ts";
import type { Factor } from "../formula/values.ts";
import type { LinearEstimates } from "../inference/coefficients.ts";
import { at } from "../numeric/arrays.ts";
import { clusterRobust, rowsByCode } from "./cluster-robust.ts";
import { responseNumbers } from "./fixed-design.ts";
import { fitLeastSquares } from "./least-squares.ts";

/**
 * Least squares within groups (the fixed-effects estimator): response and columns as differences from their group's mean, so that
 * differences between groups explain nothing. Coefficients are those of a regression with an indicator for each group. Errors
 * allow any correlation within groups (CR1). Wooldridge (2010, Econometric Analysis of Cross Section and Panel Data, 10.5).
 */
export function fitWithin(frame: ModelFrame, groups: Factor): LinearEstimates {
	const rows = rowsByCode(groups);
	if (rows.every((own) => own.length < 2))
		throw new FormulaError("Nobody has two rows, so nothing can be compared within anybody.");
	const centred = (column: Float64Array): Float64Array => {
		const values = Float64Array.from(column);
		for (const own of rows) {
			const mean = own.reduce((sum, row) => sum + at(column, row), 0) / own.length;
			for (const row of own) values[row] = at(column, row) - mean;
		}
		return exactZeros(values, column);
	};
	const response = { kind: "number", values: centred(responseNumbers(frame)) } as const;
	const fixed = { ...frame.fixed, columns: frame.fixed.columns.map(centred) };
	return clusterRobust(fitLeastSquares({ ...frame, response, offset: null, fixed }), groups, "CR1");
}

/** A column that is constant within all groups is 0: rounding must not make a column of it. */
function exactZeros(values: Float64Array, column: Float64Array): Float64Array {
	const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	return values.every((value) => Math.abs(value) <= 1e-12 * largest) ? new Float64Array(values.length) : values;
}
