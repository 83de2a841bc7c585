import type { Report } from "../report-data.ts";
import type { ConditionReport } from "../simulators/simulators.ts";

export type Cell = string | number | boolean | null;
/** One table of the report, as its CSV file has it: a row may have an estimate with its interval, or `missing`. */
export type ReportTable = {
	/** The name of its file, without the ending. */
	readonly name: string;
	readonly title: string;
	/** One sentence that says how to read it. */
	readonly about: string;
	/** Columns that say what a row is about, with their headings. The estimate's own columns follow. */
	readonly keys: readonly (readonly [name: string, heading: string])[];
	readonly rows: readonly Readonly<Record<string, Cell>>[];
	/** False where a test against 0 would mean nothing, such as for a mean. The page leaves it out. */
	readonly isTested?: boolean;
};

/** The columns of an estimate in a CSV file, where some row has them. */
export const ESTIMATE_COLUMNS = [
	"estimate",
	"se",
	"df",
	"df2",
	"statistic",
	"p",
	"holm",
	"bh",
	"lower",
	"upper",
	"n",
	"method",
	"missing",
];

type Loose = Readonly<Record<string, unknown>>;

/** The scalars of an object; nested bootstrap and odds become columns of their own. */
function flat(row: object): Record<string, Cell> {
	const cells: Record<string, Cell> = {};
	for (const [name, value] of Object.entries(row)) {
		if (value === null || ["string", "number", "boolean"].includes(typeof value)) cells[name] = value as Cell;
		else if (name === "bootstrap" || name === "odds")
			for (const [inner, number] of Object.entries(value as Loose)) cells[`${name}_${inner}`] = number as Cell;
	}
	return cells;
}

const table = (
	name: string,
	title: string,
	about: string,
	keys: ReportTable["keys"],
	rows: readonly object[],
	isTested = true,
): ReportTable[] => (rows.length === 0 ? [] : [{ name, title, about, keys, isTested, rows: rows.map(flat) }]);

/** The model's kind is enough beside its outcome. */
const short = <T extends { readonly model: string; readonly outcome: string }>(row: T): T => ({
	...row,
	model: row.model.startsWith(`${row.outcome} `) ? row.model.slice(row.outcome.length + 1) : row.model,
});

/** All tables of a report that have rows. */
export const reportTables = (report: Report): ReportTable[] => [
	...ratingTables(report),
	...rankingTables(report),
	...checkTables(report),
	...simulatorTables(report),
	...usageTables(report),
];

const ARM = ["label", "Arm"] as const;

function ratingTables({ ratings, trajectories }: Report): ReportTable[] {
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

function rankingTables({ rankings }: Report): ReportTable[] {
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

function checkTables({ checks }: Report): ReportTable[] {
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

function simulatorTables({ simulators }: Report): ReportTable[] {
	if ("missing" in simulators) return [];
	const { people, conditions } = simulators;
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
		{ outcome, label, measure: "ratio of variances", ...equality(varianceRatio) },
		...(calibrationError === null
			? []
			: [
					{
						outcome,
						label,
						measure: `calibration error ${calibrationError.toFixed(3)}`,
						missing: "No interval: it is biased upwards in small samples.",
					},
				]),
	]);

function usageTables({ usage }: Report): ReportTable[] {
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
