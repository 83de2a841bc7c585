import type { RankReport } from "../../src/analysis/commands/rank-items.ts";
import { type Cell, pText, textTable } from "./text-table.ts";

/** Worths, covariates, contrasts and win rates as tables for a terminal. */
export function rankText(report: RankReport): string {
	const head = [
		report.method,
		`${report.n} rankings by ${report.participants} participants${report.reference === null ? "" : `; log-worths relative to ${report.reference}`}${report.logLik === null ? "" : `; log likelihood ${report.logLik.toFixed(3)}`}`,
	].join("\n");
	return [head, ...report.notes.map((note) => `Note: ${note}`), ...tables(report)].join("\n\n");
}

function tables(report: RankReport): string[] {
	const ties = report.ties.map(
		({ size, estimate, se }) => `Ties of ${size}: log prevalence ${estimate.toFixed(4)} (se ${se.toFixed(4)})`,
	);
	return [
		textTable(
			[
				"item",
				"log-worth",
				"se",
				"lower",
				"upper",
				"quasi se",
				"robust se",
				"robust lower",
				"robust upper",
				"bootstrap lower",
				"bootstrap upper",
			],
			report.items.map(itemCells),
		),
		...ties,
		...(report.covariates.length > 0
			? [
					textTable(
						["covariate", "estimate", "se", "p", "odds ratio", "lower", "upper"],
						report.covariates.map(covariateCells),
					),
				]
			: []),
		...(report.contrasts.length > 0
			? [
					textTable(
						["contrast", "estimate", "se", "p", "Holm", "BH", "lower", "upper"],
						report.contrasts.map(contrastCells),
					),
				]
			: []),
		textTable(
			["item", "win rate", "lower", "upper"],
			report.winRates.map(({ item, rate, lower, upper }) => [item, rate, lower, upper]),
		),
	];
}

function itemCells(row: RankReport["items"][number]): Cell[] {
	if ("missing" in row) return [row.item, row.missing];
	const own: Cell[] = row.reference
		? [row.item, 0, "reference", null, null]
		: [row.item, row.worth, row.se, row.lower, row.upper];
	return [
		...own,
		row.quasiSe,
		row.robust?.se,
		row.robust?.lower,
		row.robust?.upper,
		row.bootstrap?.lower,
		row.bootstrap?.upper,
	];
}

function covariateCells(row: RankReport["covariates"][number]): Cell[] {
	if ("missing" in row) return [row.term, row.missing];
	return [row.term, row.estimate, row.se, pText(row.p), row.oddsRatio, row.oddsLower, row.oddsUpper];
}

function contrastCells(row: RankReport["contrasts"][number]): Cell[] {
	if ("missing" in row) return [row.label, row.missing];
	return [row.label, row.estimate, row.se, pText(row.p), pText(row.holm), pText(row.bh), row.lower, row.upper];
}
