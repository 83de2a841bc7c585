import { err, ok, type Result } from "../../shared/result.ts";
import { asFactor } from "../formula/complete-rows.ts";
import { FormulaError } from "../formula/expression.ts";
import { frameOf, type ModelFrame } from "../formula/model-frame.ts";
import type { Factor } from "../formula/values.ts";
import { coefficientTable } from "../inference/coefficients.ts";
import type { Table } from "../table/table.ts";
import { bootstrapRows } from "./bootstrap-rows.ts";
import { comparedWith } from "./compared-models.ts";
import { type Estimated, estimated } from "./estimated.ts";
import type { FitOptions, FitReport } from "./fit-report.ts";
import { meansOf } from "./means-of.ts";

/** Fits a formula to a table. The error explains what the data do not allow, or what is wrong with the formula. */
export function fitModel(formula: string, table: Table, options: FitOptions = {}): Result<FitReport, string> {
	try {
		return ok(report(formula, table, options));
	} catch (error) {
		if (error instanceof FormulaError) return err(error.message);
		throw error;
	}
}

function report(formula: string, table: Table, options: FitOptions): FitReport {
	const frame = frameOf(
		formula,
		table,
		[options.weights, options.cluster].filter((name) => name !== undefined),
	);
	const clusters = clustersOf(frame, options);
	const fitted = estimated(frame, options, clusters);
	return {
		formula: frame.formula.text,
		method: fitted.method,
		n: frame.rows.length,
		omitted: frame.omitted,
		groups: fitted.groups,
		converged: fitted.converged,
		...fitted.likelihood,
		fixed: coefficientTable(fitted.estimates),
		random: fitted.random,
		residualSd: fitted.residualSd,
		notes: notesOn(frame, fitted),
		...(options.means ? meansOf(fitted.forMeans, options.means) : {}),
		...(options.bootstrap ? { bootstrap: bootstrapRows(fitted, clusters, options.bootstrap) } : {}),
		...(options.against === undefined ? {} : { against: comparedWith(options.against, frame, options) }),
	};
}

function clustersOf(frame: ModelFrame, { cluster, robust, bootstrap }: FitOptions): Factor | null {
	if (cluster !== undefined) {
		const value = frame.extras.get(cluster);
		return value ? asFactor(value) : null;
	}
	if (robust || bootstrap)
		throw new FormulaError("Robust errors and the bootstrap need the column of clusters, such as the participant.");
	return null;
}

function notesOn(frame: ModelFrame, fitted: Estimated): string[] {
	const dropped = fitted.estimates.names.filter((_, column) => !fitted.estimates.kept.includes(column));
	return [
		...(frame.omitted > 0
			? [`${frame.omitted} of ${frame.table.rows} rows are left out, because a value is missing in them.`]
			: []),
		...(dropped.length > 0
			? [`Not estimated, because they are combinations of other columns: ${dropped.join(", ")}.`]
			: []),
		...fitted.notes,
		...(fitted.converged ? [] : ["The search for the estimates did not converge. Do not use these numbers."]),
	];
}
