import { fixedTerms, randomTerms, styleTerms } from "../ratings/formulas.ts";
import {
	type Difference,
	type FittedOutcome,
	fitOutcome,
	type Mean,
	type ModelKind,
	type RatingModel,
} from "../ratings/rating-model.ts";
import { outcomesOf, ratingTable } from "../ratings/rating-table.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import { judgedScores } from "./judged-scores.ts";
import { type RatingGain, ratingGains } from "./rating-gains.ts";
import { type ReplyOutcome, replyOutcomes } from "./reply-outcomes.ts";

/** What the arms' replies are like: length, style, and what judges scored; and what each of these buys in ratings. */
export type Replies = {
	readonly models: readonly RatingModel[];
	readonly means: readonly Mean[];
	readonly contrasts: readonly Difference[];
	readonly buys: readonly RatingGain[];
};

export function repliesOf(pool: PoolTables, seed: string): Replies {
	const scores = judgedScores(pool);
	const fits = replyOutcomes(pool, scores).flatMap((outcome) => fitsOf(outcome, pool, seed));
	return {
		models: fits.map(({ model }) => model),
		means: fits.flatMap(({ means }) => means),
		contrasts: fits.flatMap(({ contrasts }) => contrasts),
		buys: ratingGains(outcomesOf(pool), pool, scores),
	};
}

/** Without and with length and style. No intervals by draws: the replies of a study are many, and these outcomes are secondary. */
function fitsOf(outcome: ReplyOutcome, pool: PoolTables, seed: string): FittedOutcome[] {
	const table = ratingTable(outcome, pool);
	const [fixed, random] = [fixedTerms(table), randomTerms(table)];
	const style = styleTerms(table).filter((term) => term !== outcome.ownTerm);
	const fitOf = (kind: ModelKind, terms: readonly string[]): FittedOutcome => {
		const formula = `${outcome.response} ~ ${terms.join(" + ")}`;
		const options = formula.includes("|") ? {} : { robust: "CR2" as const };
		const about = { id: `${outcome.id} ${kind}`, outcome: outcome.id, kind, given: "exploratory", formula } as const;
		return fitOutcome({ ...about, options, factor: "arm", draws: 0, seed }, table);
	};
	const main = fitOf("main", [...fixed, ...random]);
	return style.length === 0 ? [main] : [main, fitOf("with length and style", [...fixed, ...style, ...random])];
}
