import { type Estimate, isMissing } from "../estimate.ts";
import { rankingQuestions } from "../rankings/ranking-table.ts";
import { lengthOdds } from "../rankings/rankings.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { ConditionReport, PeopleReport } from "./condition-report.ts";
import type { Condition } from "./pairing.ts";

/** One number of the table that puts people and each condition of simulation beside each other. */
export type SummaryRow = {
	/** The question or outcome. */
	readonly subject: string;
	readonly measure: string;
	/** `people`, or the condition. */
	readonly who: string;
	/** Expected of a simulator that answers at random; null where chance says nothing. */
	readonly byChance: number | null;
} & Estimate;

type Side = { readonly who: string; readonly pool: PoolTables };
type Positions = PeopleReport["questions"][number]["positions"];

const PEOPLE = "people";

/** The measures of PRISM-X, with this study's numbers: first of rankings, then of ratings, then of texts. */
export function summaryOf(
	people: PoolTables,
	own: PeopleReport,
	conditions: readonly { readonly condition: Condition; readonly report: ConditionReport }[],
): SummaryRow[] {
	const sides: Side[] = [
		{ who: PEOPLE, pool: people },
		...conditions.map(({ condition }) => ({ who: condition.name, pool: condition.pool })),
	];
	const reports = conditions.map(({ report }) => report);
	return [
		...own.questions.flatMap((question) => ofRanking(question, sides, reports)),
		...reports.flatMap(ofOutcomes),
		...reports.flatMap(ofCourses),
		...reports.flatMap(ofTexts),
		...reports.flatMap(ofJudged),
	];
}

function ofRanking(
	{ question, consistency, topOneByChance, positions }: PeopleReport["questions"][number],
	sides: readonly Side[],
	reports: readonly ConditionReport[],
): SummaryRow[] {
	const row = (who: string, measure: string, byChance: number | null, estimate: Estimate): SummaryRow => ({
		...{ subject: question, measure, who, byChance },
		...plain(estimate),
	});
	const ceiling = consistency.find(({ tau }) => !isMissing(tau)) ?? consistency[0];
	const none = { missing: "Nobody rated what they ranked." };
	const by = ceiling ? `their own ${ceiling.outcome}` : "their own ratings";
	const found = reports.flatMap((report) => {
		const part = report.questions.find((one) => one.question === question);
		return part ? [{ who: report.condition, part }] : [];
	});
	const shares: { readonly who: string; readonly positions: Positions }[] = [
		{ who: PEOPLE, positions },
		...found.map(({ who, part }) => ({ who, positions: part.positions })),
	];
	const tau = `tau-b with the person's ranking (people: with ${by}, the ceiling)`;
	const top = `same favourite as the person (people: as in ${by}, the ceiling)`;
	return [
		...found.map(({ who, part }) =>
			row(who, "correlation of log-worths with people's (few points: one for each arm)", 0, part.worths),
		),
		row(PEOPLE, tau, 0, ceiling?.tau ?? none),
		...found.map(({ who, part }) => row(who, tau, 0, part.agreement.tau)),
		row(PEOPLE, top, topOneByChance, ceiling?.topOne ?? none),
		...found.map(({ who, part }) => row(who, top, topOneByChance, part.agreement.topOne)),
		...found.map(({ who, part }) => row(who, "tau-b between repeats of one simulation", 0, part.repeats.tau)),
		...found.map(({ who, part }) =>
			row(who, "same favourite in repeats of one simulation", topOneByChance, part.repeats.topOne),
		),
		...["first", "last"].flatMap((place) =>
			shares.map(({ who, positions: { shares: all, test } }) => {
				const share = place === "first" ? all[0] : all.at(-1);
				const missing = { missing: isMissing(test) ? test.missing : "No place was ranked best." };
				return row(who, `share of rankings with the ${place} place best`, share?.byChance ?? null, share ?? missing);
			}),
		),
		...sides.map(({ who, pool }) => {
			const asked = rankingQuestions(pool).find(({ id }) => id === question);
			const odds = asked ? lengthOdds(asked) : { missing: "Nobody ranked." };
			return row(who, "odds of being preferred for 100 more characters", 1, odds);
		}),
	];
}

function ofOutcomes({ condition, outcomes }: ConditionReport): SummaryRow[] {
	return outcomes
		.filter(({ label }) => label === "all")
		.flatMap(({ outcome, accuracy, correlation, difference, varianceRatio, calibrationError }) => {
			const measures: readonly (readonly [string, number | null, Estimate])[] = [
				["accuracy, 1 - mean absolute difference / range", null, accuracy],
				["correlation with the person", 0, correlation],
				["mean difference, simulated minus person", null, difference],
				["variance of people by variance of simulations", null, varianceRatio],
				["expected calibration error", null, calibrationError],
			];
			return measures.map(([measure, byChance, estimate]) => ({
				...{ subject: outcome, measure, who: condition, byChance },
				...plain(estimate),
			}));
		});
}

const ofCourses = ({ condition, dynamics }: ConditionReport): SummaryRow[] =>
	dynamics.map(({ what, people: _people, simulated: _simulated, ...estimate }) => ({
		...{ subject: "courses", measure: `${what}, simulated minus people`, who: condition, byChance: null },
		...plain(estimate),
	}));

const ofTexts = ({ condition, texts }: ConditionReport): SummaryRow[] => [
	{
		...{ subject: "texts", measure: "AUC of a classifier of people and simulations", who: condition, byChance: 0.5 },
		...plain(texts.classifier),
	},
	...texts.topics.map(({ label, byChance = null, ...estimate }) => ({
		...{ subject: "texts", measure: label, who: condition, byChance },
		...plain(estimate),
	})),
];

const isWhole = ({ isDetail }: { readonly isDetail: boolean }): boolean => !isDetail;

const ofJudged = ({ condition, judged }: ConditionReport): SummaryRow[] => [
	...judged.topics.filter(isWhole).map(({ label, byChance = null, isDetail: _detail, ...estimate }) => ({
		...{ subject: "judged texts", measure: label, who: condition, byChance },
		...plain(estimate),
	})),
	...judged.scores.filter(isWhole).map(({ label, people: _p, simulated: _s, isDetail: _detail, ...estimate }) => ({
		...{ subject: "judged texts", measure: `${label}, simulated minus people`, who: condition, byChance: null },
		...plain(estimate),
	})),
];

/** The estimate without what else its row says. */
function plain(estimate: Estimate): Estimate {
	if (isMissing(estimate)) return { missing: estimate.missing };
	const { estimate: value, se, df, statistic, p, lower, upper, n, method } = estimate;
	const optional = { se, df, statistic, p };
	const known = Object.fromEntries(Object.entries(optional).filter(([, number]) => number !== undefined));
	return { estimate: value, ...known, lower, upper, n, method };
}
