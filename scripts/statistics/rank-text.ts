import type { RankReport } from "../../src/analysis/commands/rank-items.ts";
import { type Cell, pText, textTable } from "./text-table.ts";

/** Worths, covariates, contrasts and win rates as tables for a terminal. */
export function rankText(report: RankReport): string {
	const head = [
		report.method,
		`${counted(report.n, "ranking")} by ${counted(report.participants, "participant")}${report.reference === null ? "" : `; log-worths relative to ${report.reference}`}${report.logLik === null ? "" : `; log likelihood ${report.logLik.toFixed(3)}`}`,
	].join("\n");
	return [head, ...report.notes.map((note) => `Note: ${note}`), ...tables(report)].join("\n\n");
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

const ESTIMATE = ["se", "lower", "upper"];
const ITEM_COLUMNS = [
	"item",
	"log-worth",
	...ESTIMATE,
	"quasi se",
	...ESTIMATE.map((name) => `robust ${name}`),
	"bootstrap lower",
	"bootstrap upper",
];
const COVARIATE_COLUMNS = ["covariate", "estimate", "se", "p", "odds ratio", "lower", "upper"];
const CONTRAST_COLUMNS = ["contrast", "estimate", "se", "p", "Holm", "BH", "lower", "upper"];

function tables(report: RankReport): string[] {
	const ties = report.ties.map(
		({ size, estimate, se }) => `Ties of ${size}: log prevalence ${estimate.toFixed(4)} (se ${se.toFixed(4)})`,
	);
	const rates = report.winRates.map(({ item, rate, lower, upper }) => [item, rate, lower, upper]);
	// A note already gives the reason.
	const reasons = new Set(report.items.map((row) => ("missing" in row ? row.missing : null)));
	const isNoted = reasons.size === 1 && report.notes.includes([...reasons][0] ?? "");
	return [
		...(isNoted ? [] : [textTable(ITEM_COLUMNS, report.items.map(itemCells))]),
		...ties,
		...(report.covariates.length > 0 ? [textTable(COVARIATE_COLUMNS, report.covariates.map(covariateCells))] : []),
		...(report.contrasts.length > 0 ? [textTable(CONTRAST_COLUMNS, report.contrasts.map(contrastCells))] : []),
		textTable(["item", "win rate", "lower", "upper"], rates),
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
