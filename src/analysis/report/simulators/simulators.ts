import type { ReportOptions } from "../options.ts";
import { outcomesOf } from "../ratings/rating-table.ts";
import { onePool, type PoolTables } from "../tables/one-pool.ts";
import type { StudyTables } from "../tables/study-tables.ts";
import type { ConditionReport, PeopleReport } from "./condition-report.ts";
import { dynamicsOf } from "./dynamics.ts";
import { judgedAgainst } from "./judged-part.ts";
import { outcomesAgainst } from "./outcome-part.ts";
import { type Condition, conditionsOf } from "./pairing.ts";
import { ownConsistency, positionsOf, rankingAgainst, repeatConsistency, worthsAgainst } from "./ranking-part.ts";
import { type SummaryRow, summaryOf } from "./summary.ts";
import { withoutTexts } from "./text-comparison.ts";
import { trajectoriesOf } from "./trajectories.ts";

export type Simulators =
	| {
			readonly people: PeopleReport;
			readonly conditions: readonly ConditionReport[];
			/** People and all conditions beside each other. */
			readonly summary: readonly SummaryRow[];
	  }
	| { readonly missing: string };

/** Humans and their simulations. */
export function simulatorsOf(tables: StudyTables, people: PoolTables, options: ReportOptions): Simulators {
	if (people.pool === "simulated") return { missing: "This report is of the simulated pool itself." };
	const simulated = onePool(tables, "simulated");
	if (simulated.sessions.length === 0) return { missing: "The study has no simulated participants." };
	const questions = [...new Set(people.rankings.map(({ form, item }) => `${form}.${item}`))];
	const outcomes = outcomesOf(people);
	const rated = outcomes.map(({ id }) => id);
	const own: PeopleReport = { questions: questions.map((question) => ownPart(people, question, rated)) };
	const conditions = conditionsOf(tables, simulated, people).map((condition) => ({
		condition,
		report: {
			condition: condition.name,
			sessions: condition.pool.sessions.length,
			questions: questions.map((question) => questionPart(people, condition, question)),
			outcomes: outcomesAgainst(people, condition, outcomes, options),
			texts: options.compareTexts?.(people, condition, options) ?? withoutTexts(),
			judged: judgedAgainst(people, condition, options),
			trajectories: trajectoriesOf(condition.pool),
			dynamics: dynamicsOf(people, condition.pool),
		},
	}));
	return {
		people: own,
		conditions: conditions.map(({ report }) => report),
		summary: summaryOf(people, own, conditions),
	};
}

function ownPart(people: PoolTables, question: string, outcomes: readonly string[]) {
	const [form, item] = [question.slice(0, question.indexOf(".")), question.slice(question.indexOf(".") + 1)];
	const ranked = people.rankings.filter((row) => row.form === form && row.item === item);
	const sizes = [...Map.groupBy(ranked, ({ session }) => session).values()].map(
		(own) => new Set(own.map(({ label }) => label)).size,
	);
	return {
		question,
		consistency: outcomes.map((outcome) => ({ outcome, ...ownConsistency(people, question, outcome) })),
		topOneByChance: sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + 1 / size, 0) / sizes.length,
		positions: positionsOf(people, question),
	};
}

const questionPart = (people: PoolTables, condition: Condition, question: string) => ({
	question,
	worths: worthsAgainst(people, condition, question),
	agreement: rankingAgainst(people, condition, question),
	repeats: repeatConsistency(condition, question),
	positions: positionsOf(condition.pool, question),
});
