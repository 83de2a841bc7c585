import type { FitReport } from "../../src/analysis/commands/fit-report.ts";
import { type Cell, pText, textTable } from "./text-table.ts";

/** A fitted model as tables for a terminal. */
export function fitText(report: FitReport): string {
	const groups = Object.entries(report.groups).map(([group, levels]) => `${group} ${levels}`);
	const head = [
		report.formula,
		report.method,
		`${report.n} rows${groups.length > 0 ? `; groups: ${groups.join(", ")}` : ""}`,
		`log likelihood ${report.logLik.toFixed(3)}, AIC ${report.aic.toFixed(2)}, BIC ${report.bic.toFixed(2)}, ${report.parameters} parameters; ${report.converged ? "converged" : "NOT converged"}`,
	].join("\n");
	return [head, ...report.notes.map((note) => `Note: ${note}`), ...tables(report)].join("\n\n");
}

function tables(report: FitReport): string[] {
	const intervals = ["lower", "upper"];
	return [
		textTable(
			["term", "estimate", "se", "df", "t", "p", ...intervals],
			report.fixed.map((row) => [row.term, ...inferenceCells(row)]),
		),
		...(report.residualSd === null ? [] : [varianceTable(report, report.residualSd)]),
		...(report.means
			? [
					textTable(
						["mean of", "estimate", "se", "df", "t", "p", ...intervals],
						report.means.map((row) => [row.label, ...inferenceCells(row)]),
					),
				]
			: []),
		...(report.equality ? [equalityText(report.equality)] : []),
		...(report.contrasts ? [contrastTable(report.contrasts)] : []),
		...(report.bootstrap ? [bootstrapTable(report.bootstrap)] : []),
		...(report.against ? [againstText(report.against)] : []),
	];
}

function inferenceCells(row: FitReport["fixed"][number] | object): Cell[] {
	if (!("estimate" in row)) return ["missing" in row ? String(row.missing) : ""];
	const { estimate, se, df, t, p, lower, upper } = row;
	return [estimate, se, df ?? "z", t, pText(p), lower, upper];
}

function varianceTable(report: FitReport, residualSd: number): string {
	const rows: Cell[][] = report.random.map(({ group, term, sd, corr }) => [group, term, sd, corr]);
	return textTable(["group", "effect", "sd", "corr"], [...rows, ["Residual", "", residualSd, null]]);
}

function contrastTable(contrasts: NonNullable<FitReport["contrasts"]>): string {
	const rows = contrasts.map((row): Cell[] =>
		"missing" in row
			? [row.label, row.missing]
			: [
					row.label,
					row.estimate,
					row.se,
					row.df ?? "z",
					pText(row.p),
					pText(row.holm),
					pText(row.bh),
					row.lower,
					row.upper,
				],
	);
	return textTable(["contrast", "estimate", "se", "df", "p", "Holm", "BH", "lower", "upper"], rows);
}

function equalityText(test: NonNullable<FitReport["equality"]>): string {
	if ("missing" in test) return `Are all means equal? ${test.missing}`;
	const statistic =
		test.df2 === null
			? `chi-square ${test.statistic.toFixed(4)} on ${test.df1}`
			: `F ${test.statistic.toFixed(4)} on ${test.df1} and ${test.df2.toFixed(2)}`;
	return `Are all means equal? ${statistic} degrees of freedom, p ${pText(test.p)}`;
}

function bootstrapTable(rows: NonNullable<FitReport["bootstrap"]>): string {
	const [first] = rows;
	const title = `Percentile intervals over ${first?.draws ?? 0} bootstrap draws of clusters${first?.failed ? ` (${first.failed} more could not be estimated)` : ""}`;
	const cells = rows.map((row): Cell[] =>
		"missing" in row ? [row.term, row.missing] : [row.term, row.se, row.lower, row.upper],
	);
	return `${title}\n${textTable(["term", "se", "lower", "upper"], cells)}`;
}

function againstText(against: NonNullable<FitReport["against"]>): string {
	if ("missing" in against) return `Against ${against.formula}: ${against.missing}`;
	return `Likelihood ratio against ${against.formula}: chi-square ${against.chiSquare.toFixed(4)} on ${against.df}, p ${pText(against.p)}`;
}
