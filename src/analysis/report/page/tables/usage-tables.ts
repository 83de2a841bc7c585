import type { Report } from "../../report-data.ts";
import { ARM, type ReportTable, table } from "./report-table.ts";

export function usageTables({ usage }: Report): ReportTable[] {
	if ("missing" in usage) return [];
	return [
		...table(
			"usage",
			"Tokens and cost",
			"Mean of a conversation, and the total.",
			[ARM, ["what", "What"], ["total", "Total"]],
			usage.arms,
		),
		...table(
			"gains",
			"What a point of rating costs",
			"Tokens of a conversation beyond the arm with the fewest, by the points gained on it.",
			[
				["label", "Difference"],
				["outcome", "Outcome"],
				["gained", "Points"],
				["tokens", "Tokens"],
				["tokensAPoint", "Tokens a point"],
			],
			usage.gains,
		),
	];
}
