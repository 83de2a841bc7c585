import type { Report } from "../../report-data.ts";
import { ARM, type ReportTable, table } from "./report-table.ts";

export function checkTables({ checks }: Report): ReportTable[] {
	const tests = [
		{ ...checks.balance.sampleRatio, outcome: "" },
		{ ...checks.attrition.armTest, outcome: "" },
		{ ...checks.attrition.periodTest, outcome: "" },
		...checks.carryOver,
		...checks.sequence,
	];
	return [
		...table(
			"design-tests",
			"Tests of the design",
			"A small p speaks against the statement.",
			[
				["label", "Statement"],
				["outcome", "Outcome"],
			],
			tests,
		),
		...table(
			"sequences",
			"Sequences",
			"How many participants were randomised to each sequence.",
			[["label", "Sequence"]],
			checks.balance.sequences,
		),
		...table(
			"positions",
			"Positions",
			"How often each arm stood at each position.",
			[ARM, ["position", "Position"]],
			checks.balance.positions,
		),
		...table(
			"attrition-by-arm",
			"Attrition by arm",
			"After which arm participants left.",
			[ARM, ["left", "Left"]],
			checks.attrition.byArm,
		),
		...table(
			"attrition-by-period",
			"Attrition by period",
			"After which period participants left.",
			[
				["label", "Period"],
				["left", "Left"],
			],
			checks.attrition.byPeriod,
		),
		...table(
			"missing-answers",
			"Missing answers",
			"What was not answered after conversations that ended. Nothing is filled in.",
			[
				["outcome", "Outcome"],
				ARM,
				["answered", "Answered"],
				["notApplicable", "Does not apply"],
				["unanswered", "Not answered"],
			],
			checks.missingness,
		),
		...table(
			"blinding",
			"Blinding",
			"Bang: 1 if all guess right, 0 for random guesses. James: 1 if nobody knows, 0.5 for random guesses, 0 if all guess right.",
			[["index", "Index"], ARM],
			[...checks.blinding.bang.map((row) => ({ index: "Bang", ...row })), { index: "James", ...checks.blinding.james }],
		),
		...table(
			"reply-times",
			"Times of replies",
			"How fast the models were, whatever the pace showed.",
			[ARM, ["what", "What"], ["calls", "Calls"], ["failures", "Failed"]],
			"missing" in checks.replyTimes
				? [{ label: "", what: "", calls: null, failures: null, missing: checks.replyTimes.missing }]
				: checks.replyTimes,
		),
		...table(
			"deviations",
			"Deviations",
			"What differed from the protocol. Deviations exclude nobody.",
			[["kind", "Kind"], ARM],
			[...checks.deviations, ...checks.studyDeviations.map((row) => ({ ...row, label: "whole study" }))],
		),
	];
}
