import type { Report } from "../../report-data.ts";
import type { ConditionReport } from "../../simulators/condition-report.ts";
import { ARM, type ReportTable, table } from "./report-table.ts";

export function simulatorTables({ simulators }: Report): ReportTable[] {
	if ("missing" in simulators) return [];
	const { people, conditions, summary } = simulators;
	const ofPeople = people.questions.flatMap(({ question, consistency, topOneByChance }) =>
		consistency.flatMap(({ outcome, tau, topOne }) => [
			{ condition: "people", question, measure: `tau-b of own ${outcome} and ranking (ceiling)`, byChance: 0, ...tau },
			{
				condition: "people",
				question,
				measure: `same favourite in own ${outcome} and ranking (ceiling)`,
				byChance: topOneByChance,
				...topOne,
			},
		]),
	);
	const positions = [
		...people.questions.map((part) => ({ condition: "people", ...part })),
		...conditions.flatMap(({ condition, questions }) => questions.map((part) => ({ condition, ...part }))),
	];
	const by = <T extends object>(of: (one: ConditionReport) => readonly T[]) =>
		conditions.flatMap((one) => of(one).map((row) => ({ condition: one.condition, ...row })));
	const condition = ["condition", "Condition"] as const;
	return [
		...table(
			"simulators-summary",
			"People and simulations side by side",
			"What is expected by chance stands beside each measure; what people reach with themselves is the ceiling.",
			[
				["subject", "Subject"],
				["measure", "Measure"],
				["who", "Who"],
				["byChance", "By chance"],
			],
			summary,
		),
		...table(
			"simulators",
			"People and simulations",
			"Agreement with the same person, beside the ceiling and chance.",
			[condition, ["question", "Question"], ["measure", "Measure"], ["byChance", "By chance"]],
			[...ofPeople, ...by(agreementRows)],
		),
		...table(
			"position-shares",
			"Position shares",
			"How often each shown place was ranked best.",
			[condition, ["question", "Question"], ["label", "Place"], ["byChance", "By chance"]],
			positions.flatMap(({ condition: name, question, positions: { shares } }) =>
				shares.map((row) => ({ condition: name, question, ...row })),
			),
		),
		...table(
			"simulated-outcomes",
			"Ratings of people and twins",
			"One row for each measure of each outcome; `all` is the mean over arms.",
			[condition, ["outcome", "Outcome"], ARM, ["measure", "Measure"]],
			by(outcomeRows),
		),
		...table(
			"simulated-features",
			"How people and simulations talk",
			"Simulated minus people.",
			[condition, ["label", "Feature"], ["people", "People"], ["simulated", "Simulated"]],
			by(({ texts }) => texts.features),
		),
		...table(
			"simulated-texts",
			"Telling simulations from people",
			"The area under the curve of a classifier (0.5 is chance), and topics of opening messages.",
			[condition, ["label", "Measure"], ["byChance", "By chance"]],
			by(({ texts }) => [{ label: "AUC of the classifier", byChance: 0.5, ...texts.classifier }, ...texts.topics]),
		),
		...table(
			"simulated-judged",
			"What judges found in people's and simulated conversations",
			"Topics of opening messages, and simulated minus people in the scores of the replies. Judges of simulated people are models too.",
			[condition, ["label", "Measure"], ["byChance", "By chance"], ["people", "People"], ["simulated", "Simulated"]],
			by(({ judged }) => [...judged.topics, ...judged.scores]),
		),
		...table(
			"simulated-courses",
			"How courses differ",
			"Slopes over periods or turns, simulated minus people.",
			[condition, ["what", "What"], ["people", "People"], ["simulated", "Simulated"]],
			by(({ dynamics }) => dynamics),
		),
		...table(
			"simulated-trajectories",
			"Course of simulated conversations",
			"As for people above.",
			[condition, ["what", "What"], ARM, ["at", "Place"]],
			by(({ trajectories }) => trajectories),
		),
	];
}

const agreementRows = ({ questions }: ConditionReport) =>
	questions.flatMap(({ question, worths, agreement, repeats }) => [
		{ question, measure: "correlation of log-worths", byChance: null, ...withoutItems(worths) },
		{ question, measure: "tau-b with the person's ranking", byChance: 0, ...agreement.tau },
		{ question, measure: "same favourite as the person", byChance: null, ...agreement.topOne },
		{ question, measure: "tau-b between repeats", byChance: 0, ...repeats.tau },
		{ question, measure: "same favourite in repeats", byChance: null, ...repeats.topOne },
	]);

const withoutItems = (worths: object): object =>
	Object.fromEntries(Object.entries(worths).filter(([name]) => name !== "items"));

const outcomeRows = ({ outcomes }: ConditionReport) =>
	outcomes.flatMap(({ outcome, label, correlation, accuracy, difference, varianceRatio, calibrationError }) => [
		{ outcome, label, measure: "correlation", ...correlation },
		{ outcome, label, measure: "accuracy", ...accuracy },
		{ outcome, label, measure: "mean difference", ...difference },
		{ outcome, label, measure: "ratio of variances", ...varianceRatio },
		{ outcome, label, measure: "calibration error", ...calibrationError },
	]);
