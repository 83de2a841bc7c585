import type { Estimate, Test } from "../estimate.ts";
import type { ReportOptions } from "../options.ts";
import { outcomesOf } from "../ratings/rating-table.ts";
import { onePool, type PoolTables } from "../tables/one-pool.ts";
import type { StudyTables } from "../tables/study-tables.ts";
import { type OutcomeComparison, outcomesAgainst } from "./outcome-part.ts";
import { type Condition, conditionsOf } from "./pairing.ts";
import {
	type Agreement,
	ownConsistency,
	type PositionRow,
	positionsOf,
	rankingAgainst,
	repeatConsistency,
	worthsAgainst,
} from "./ranking-part.ts";
import { type TextComparison, withoutTexts } from "./text-comparison.ts";
import { type TrajectoryPoint, trajectoriesOf } from "./trajectories.ts";

export type ConditionReport = {
	readonly condition: string;
	readonly sessions: number;
	readonly questions: readonly {
		readonly question: string;
		readonly worths: Estimate & { readonly items?: readonly object[] };
		readonly agreement: Agreement;
		readonly repeats: Agreement;
		readonly positions: { readonly shares: readonly PositionRow[]; readonly test: Test };
	}[];
	readonly outcomes: readonly OutcomeComparison[];
	readonly texts: TextComparison;
	readonly trajectories: readonly TrajectoryPoint[];
};

export type PeopleReport = {
	readonly questions: readonly {
		readonly question: string;
		/** The ceiling of any simulator: how well people's own ratings agree with their own rankings. */
		readonly consistency: readonly ({ readonly outcome: string } & Agreement)[];
		/** Expected of a simulator that ranks at random. The expected tau is 0. */
		readonly topOneByChance: number | null;
		readonly positions: { readonly shares: readonly PositionRow[]; readonly test: Test };
	}[];
};

export type Simulators =
	| { readonly people: PeopleReport; readonly conditions: readonly ConditionReport[] }
	| { readonly missing: string };

/** Humans and their simulations. */
export function simulatorsOf(tables: StudyTables, people: PoolTables, options: ReportOptions): Simulators {
	if (people.pool === "simulated") return { missing: "This report is of the simulated pool itself." };
	const simulated = onePool(tables, "simulated");
	if (simulated.sessions.length === 0) return { missing: "The study has no simulated participants." };
	const questions = [...new Set(people.rankings.map(({ form, item }) => `${form}.${item}`))];
	const outcomes = outcomesOf(people);
	return {
		people: {
			questions: questions.map((question) =>
				ownPart(
					people,
					question,
					outcomes.map(({ id }) => id),
				),
			),
		},
		conditions: conditionsOf(tables, simulated, people).map((condition) => ({
			condition: condition.name,
			sessions: condition.pool.sessions.length,
			questions: questions.map((question) => questionPart(people, condition, question)),
			outcomes: outcomesAgainst(people, condition, outcomes),
			texts: options.compareTexts?.(people, condition, options) ?? withoutTexts(),
			trajectories: trajectoriesOf(condition.pool),
		})),
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
