import type { Report } from "../../report-data.ts";
import { ARM, type ReportTable, short, table } from "./report-table.ts";

export function ratingTables({ ratings, trajectories }: Report): ReportTable[] {
	const { models, means, contrasts } = ratings;
	const of = (model: (typeof models)[number]) =>
		"missing" in model
			? [{ ...about(model), term: "", missing: model.missing }]
			: model.fixed.map((row) => ({ ...about(model), ...row }));
	const about = ({ id, outcome, given, formula }: (typeof models)[number]) => ({ model: id, outcome, given, formula });
	return [
		...table(
			"rating-means",
			"Marginal means",
			"Mean rating of each arm, for participants and periods alike.",
			[["outcome", "Outcome"], ["model", "Model"], ARM],
			means.map(short),
			false,
		),
		...table(
			"rating-contrasts",
			"Differences between arms",
			"First minus second arm, with p-values raw and adjusted within each model.",
			[
				["outcome", "Outcome"],
				["model", "Model"],
				["label", "Difference"],
			],
			contrasts.map(short),
		),
		...table(
			"rating-effects",
			"Coefficients of all models",
			"What each variable changes, such as 100 more characters in a reply.",
			[
				["model", "Model"],
				["given", "Status"],
				["term", "Term"],
			],
			models.flatMap(of),
		),
		...table(
			"rating-models",
			"Models",
			"Fit of each model, and the test that all arms are equal.",
			[
				["id", "Model"],
				["given", "Status"],
				["formula", "Formula"],
			],
			models.map((model) =>
				"missing" in model
					? model
					: { ...model, ...equality(model.equality), singularOrOther: null, notesText: model.notes.join(" ") },
			),
		),
		...table(
			"trajectories",
			"Course over periods and turns",
			"Means of participants at each place. Later places have fewer participants where some left.",
			[["what", "What"], ARM, ["at", "Place"]],
			trajectories,
		),
	];
}

const equality = (test: object): object =>
	Object.fromEntries(Object.entries(test).filter(([name]) => name !== "label"));

export function rankingTables({ rankings }: Report): ReportTable[] {
	const question = ["question", "Question"] as const;
	const model = ["model", "Model"] as const;
	return [
		...table(
			"worths",
			"Log-worths",
			"How strongly each arm is preferred, less the mean of all arms. A difference of 0.69 doubles the odds.",
			[question, model, ["given", "Status"], ARM],
			rankings.worths,
			false,
		),
		...table(
			"ranking-contrasts",
			"Differences of log-worths",
			"First minus second arm.",
			[question, model, ["label", "Difference"]],
			rankings.contrasts,
		),
		...table(
			"ranking-covariates",
			"Length, place and style in rankings",
			"The change of the log-odds of being preferred for one unit more, and the factor on the odds.",
			[question, model, ["term", "Term"]],
			rankings.covariates,
		),
		...table("win-rates", "Win rates", "The mean over opponents of the share won.", [question, ARM], rankings.winRates),
	];
}

export const answerTables = ({ answers }: Report): ReportTable[] =>
	table(
		"other-answers",
		"Answers that rate no arm",
		"Means and shares of participants. An option that nobody chose has no row.",
		[
			["outcome", "Item"],
			["what", "What"],
			["answers", "Answers"],
			["notApplicable", "Does not apply"],
		],
		answers,
		false,
	);
