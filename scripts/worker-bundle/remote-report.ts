import type { MadeReport, ReportRequest } from "../../src/analysis/report/made-report.ts";
import type { TablePage } from "../../src/analysis/report/tables/report-rows.ts";
import type { Env } from "../../src/env.ts";
import { researchWorkerOf, resultOf } from "./research-worker.ts";

/** In place of `src/analysis/report/made-report.ts` in the deployed Worker: the research Worker makes the report. */
export async function madeReport(
	env: Env,
	pages: AsyncIterable<TablePage>,
	request: ReportRequest,
): Promise<MadeReport> {
	using calls = await researchWorkerOf(env);
	using report = await calls.report();
	for await (const page of pages) await resultOf(report.add(page));
	return resultOf(report.made(request));
}
