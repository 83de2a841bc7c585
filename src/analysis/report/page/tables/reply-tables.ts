import type { Report } from "../../report-data.ts";
import { ARM, type ReportTable, short, table } from "./report-table.ts";

const outcomeColumns = [
	["outcome", "Outcome"],
	["model", "Model"],
] as const;

export function replyTables({ replies }: Report): ReportTable[] {
	const models = replies.models.flatMap((model) =>
		"missing" in model ? [{ outcome: model.outcome, model: model.id, label: "", missing: model.missing }] : [],
	);
	return [
		...table(
			"reply-means",
			"What replies are like",
			"Mean of each arm's replies in a conversation: length, style, and what judges scored.",
			[...outcomeColumns, ARM],
			[...replies.means, ...models].map(short),
			false,
		),
		...table(
			"reply-contrasts",
			"Differences of replies between arms",
			"First minus second arm, with and without the length and style of the replies held constant.",
			[...outcomeColumns, ["label", "Difference"]],
			replies.contrasts.map(short),
		),
		...table(
			"what-buys",
			"What length, style and judged qualities buy in ratings",
			"Points of the rating that go with one unit more, within participants, at equal arm and period.",
			[
				["outcome", "Rating"],
				["label", "One unit more"],
				["control", "Held constant"],
			],
			replies.buys,
		),
	];
}

export function judgeTables({ judges }: Report): ReportTable[] {
	const who = [
		["rubric", "Rubric"],
		["judge", "Judge"],
	] as const;
	return [
		...table(
			"judgements",
			"Judgements",
			"How many judgements each judge made, and how many are missing because two answers were unusable.",
			[...who, ["judgements", "Judgements"], ["withoutAnswer", "Without an answer"]],
			judges.counts,
		),
		...table(
			"judge-agreement",
			"Agreement of judges",
			"Judges among themselves, with themselves, and with people who judged a random part.",
			[...who, ["item", "Item"], ["measure", "Measure"]],
			judges.agreement,
			false,
		),
	];
}
