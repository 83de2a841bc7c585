import type { Env } from "../../env.ts";
import { reportPage } from "./page/page.ts";
import { REPORT_STYLE } from "./page/style.ts";
import { reportOf } from "./report.ts";
import { ReportRows, type TablePage } from "./tables/report-rows.ts";
import type { Pool, StudyFacts } from "./tables/study-tables.ts";

export type ReportRequest = {
	readonly facts: StudyFacts;
	/** The protocol as JSON. */
	readonly protocol: unknown;
	readonly pool: Pool;
	readonly format: "json" | "html";
};

/** The report as JSON, or as a page with its one inline stylesheet. */
export type MadeReport = { readonly text: string; readonly style: string };

export function reportFrom(rows: ReportRows, { facts, protocol, pool, format }: ReportRequest): MadeReport {
	const report = reportOf(rows.tables(facts, protocol), { pool, draws: 0, seed: "1" });
	return { text: format === "html" ? reportPage(report) : JSON.stringify(report), style: REPORT_STYLE };
}

/**
 * Makes a report of a study's rows. The deployed Worker has another function in its place, which lets the research Worker
 * make it: `scripts/worker-bundle/remote-report.ts`.
 */
export async function madeReport(
	_env: Env,
	pages: AsyncIterable<TablePage>,
	request: ReportRequest,
): Promise<MadeReport> {
	const rows = new ReportRows();
	for await (const page of pages) rows.add(page);
	return reportFrom(rows, request);
}
