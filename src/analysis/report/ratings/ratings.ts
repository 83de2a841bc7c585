import type { Table } from "../../table/table.ts";
import type { ReportOptions } from "../options.ts";
import { judgedScores } from "../replies/judged-scores.ts";
import { judgedTerms, withScores } from "../replies/score-columns.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { PlannedAnalysis } from "../tables/study-tables.ts";
import { withDropOutWeights } from "./drop-out-weights.ts";
import { fixedTerms, randomTerms, styleTerms } from "./formulas.ts";
import {
	type Difference,
	type FittedOutcome,
	fitOutcome,
	type Mean,
	type ModelSpec,
	type RatingModel,
} from "./rating-model.ts";
import { armlessOutcomes, distinct, type Outcome, outcomesOf, ratingTable } from "./rating-table.ts";

export type Ratings = {
	readonly models: readonly RatingModel[];
	readonly means: readonly Mean[];
	readonly contrasts: readonly Difference[];
};

/** Fewer values than this are an ordinal outcome. */
const MOST_ORDINAL_VALUES = 11;

/** All models of all outcomes: those that the protocol prespecifies, then the report's own. */
export function ratingsOf(pool: PoolTables, planned: readonly PlannedAnalysis[], options: ReportOptions): Ratings {
	const scores = judgedScores(pool);
	const fits = outcomesOf(pool).flatMap((outcome) => {
		const table = withScores(outcome, ratingTable(outcome, pool), scores);
		const judged = judgedTerms(table, scores);
		return [...plannedFits(outcome, table, planned, options), ...ownFits(outcome, table, judged, pool, options)];
	});
	const armless = armlessOutcomes(pool);
	fits.push(...armless.flatMap((outcome) => plannedFits(outcome, ratingTable(outcome, pool), planned, options)));
	return {
		models: [...fits.map(({ model }) => model), ...withoutRows([...outcomesOf(pool), ...armless], planned)],
		means: fits.flatMap(({ means }) => means),
		contrasts: fits.flatMap(({ contrasts }) => contrasts),
	};
}

function plannedFits(
	{ id }: Outcome,
	table: Table,
	planned: readonly PlannedAnalysis[],
	options: ReportOptions,
): FittedOutcome[] {
	return planned.flatMap(({ id: name, outcome, formula }) => {
		if (outcome !== id || formula === undefined) return [];
		const isCompared = /\barm\b/.test(formula.split("~")[1] ?? "");
		const hasRandom = formula.includes("|");
		return fitOutcome(
			{
				id: name,
				outcome: id,
				kind: "planned",
				given: "prespecified",
				formula,
				options: hasRandom ? {} : { robust: "CR2" },
				factor: isCompared ? "arm" : null,
				...drawing(options),
			},
			table,
		);
	});
}

/** Prespecified analyses of outcomes that nobody has rated are shown as missing, not left out. */
const withoutRows = (outcomes: readonly Outcome[], planned: readonly PlannedAnalysis[]): RatingModel[] => {
	const rated = new Set(outcomes.map(({ id }) => id));
	return planned.flatMap(({ id, outcome, formula }) =>
		formula === undefined || rated.has(outcome)
			? []
			: [
					{
						id,
						outcome,
						kind: "planned",
						given: "prespecified",
						formula,
						notes: [],
						missing: `No participant of this pool has rated ${outcome}.`,
					},
				],
	);
};

const drawing = ({ draws, seed }: ReportOptions) => ({ draws, seed });

function ownFits(
	outcome: Outcome,
	table: Table,
	judged: readonly string[],
	pool: PoolTables,
	options: ReportOptions,
): FittedOutcome[] {
	const fixed = fixedTerms(table);
	const random = randomTerms(table);
	const style = styleTerms(table);
	const of = (terms: readonly string[]): string => `${outcome.response} ~ ${terms.join(" + ")}`;
	const spec = (kind: ModelSpec["kind"], formula: string, rest: Partial<ModelSpec> = {}): ModelSpec => ({
		id: `${outcome.id} ${kind}`,
		outcome: outcome.id,
		kind,
		given: "exploratory",
		formula,
		options: formula.includes("|") ? {} : { robust: "CR2" },
		factor: "arm",
		...drawing(options),
		...rest,
	});
	const main = fitOutcome(spec("main", of([...fixed, ...random])), table);
	if ("missing" in main.model && outcome.rows.length < 3) return [main];
	const adjusted =
		style.length > 0
			? fitOutcome(spec("with length and style", of([...fixed, ...style, ...random])), table)
			: withoutFit(spec("with length and style", of([...fixed, ...random])), WITHOUT_STYLE);
	const robust = random.length > 0 ? [fitOutcome(spec("robust", of(fixed), { draws: 0 }), table)] : [];
	const formulaOfJudged = of([...fixed, ...style, ...judged, ...random]);
	const withJudged =
		judged.length > 0 ? [fitOutcome(spec("with judged scores", formulaOfJudged, { draws: 0 }), table)] : [];
	return [main, adjusted, ...withJudged, ...robust, ...ordinal(), ...weighted()];

	function ordinal(): FittedOutcome[] {
		const values = distinct(table, "value");
		if (values < 2 || values > MOST_ORDINAL_VALUES) return [];
		const isBinary = values === 2;
		const formula = `factor(${outcome.response}) ~ ${fixed.join(" + ")}`;
		const family = isBinary ? "binomial" : "ordinal";
		return [fitOutcome(spec("ordinal", formula, { options: { family, robust: "CR0" }, draws: 0 }), table)];
	}

	function weighted(): FittedOutcome[] {
		const found = withDropOutWeights(outcome, table, pool);
		if (found === null) return [];
		const own = spec("weighted", of(fixed), { draws: 0 });
		if ("missing" in found) return [withoutFit(own, found.missing)];
		const fit = fitOutcome({ ...own, options: { robust: "CR2", weights: "weight" } }, found.table);
		return [{ ...fit, model: { ...fit.model, notes: [...found.notes, ...fit.model.notes] } }];
	}
}

const WITHOUT_STYLE =
	"No reply of these conversations was measured, or all are alike, so length and style explain nothing.";

const withoutFit = ({ id, outcome, kind, given, formula }: ModelSpec, missing: string): FittedOutcome => ({
	model: { id, outcome, kind, given, formula, notes: [], missing },
	means: [],
	contrasts: [],
});
