import type { Report } from "../../report-data.ts";
import { checkTables } from "./check-tables.ts";
import { answerTables, rankingTables, ratingTables } from "./outcome-tables.ts";
import { judgeTables, replyTables } from "./reply-tables.ts";
import type { ReportTable } from "./report-table.ts";
import { simulatorTables } from "./simulator-tables.ts";
import { usageTables } from "./usage-tables.ts";

/** All tables of a report that have rows. */
export const reportTables = (report: Report): ReportTable[] => [
	...ratingTables(report),
	...rankingTables(report),
	...answerTables(report),
	...replyTables(report),
	...judgeTables(report),
	...checkTables(report),
	...simulatorTables(report),
	...usageTables(report),
];
