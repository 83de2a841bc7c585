import { asFactor } from "../../formula/complete-rows.ts";
import { FormulaError } from "../../formula/expression.ts";
import { frameOf } from "../../formula/model-frame.ts";
import { coefficientTable } from "../../inference/coefficients.ts";
import { fitWithin } from "../../linear/within.ts";
import type { Table } from "../../table/table.ts";
import { type Estimate, fromInference } from "../estimate.ts";
import { fixedTerms, STYLE_TERMS } from "../ratings/formulas.ts";
import { distinct, type Outcome, ratingTable } from "../ratings/rating-table.ts";
import type { PoolTables } from "../tables/one-pool.ts";
import type { JudgedScore } from "./judged-scores.ts";
import { withScores } from "./score-columns.ts";

/** The points of a rating that go with one unit more of a property of replies. */
export type RatingGain = {
	readonly outcome: string;
	/** Such as `100 more characters`. */
	readonly label: string;
	readonly term: string;
	/** What else is held constant besides arm, period and participant. */
	readonly control: "alone" | "with length and style";
} & Estimate;

const METHOD = "Least squares within participants, CR1 errors";

const STYLE_LABELS: Readonly<Record<(typeof STYLE_TERMS)[number], string>> = {
	"I(length/100)": "100 more characters",
	formatting: "one more element of formatting",
	questions: "one more question",
};

/** For each rated outcome: the gain by length, style and each judged score, alone and with length and style held constant. */
export function ratingGains(
	outcomes: readonly Outcome[],
	pool: PoolTables,
	scores: readonly JudgedScore[],
): RatingGain[] {
	return outcomes.flatMap((outcome) => {
		const table = withScores(outcome, ratingTable(outcome, pool), scores);
		const fixed = fixedTerms(table);
		const style = STYLE_TERMS.filter((term) => distinct(table, term === "I(length/100)" ? "length" : term) > 1);
		const variables = [
			...style.map((term) => ({ term: term as string, label: STYLE_LABELS[term] })),
			...scores.map(({ name, id }) => ({ term: name, label: `one point more of ${id}` })),
		];
		return variables.flatMap(({ term, label }): RatingGain[] => {
			const about = { outcome: outcome.id, label, term };
			const slope = (others: readonly string[]) => slopeOf(outcome.response, [...fixed, ...others, term], term, table);
			const rest = style.filter((one) => one !== term);
			return [
				{ ...about, control: "alone", ...slope([]) },
				{ ...about, control: "with length and style", ...slope(rest) },
			];
		});
	});
}

/** The coefficient of one term, or why the data have none. */
function slopeOf(response: string, terms: readonly string[], term: string, table: Table): Estimate {
	try {
		const frame = frameOf(`${response} ~ ${terms.join(" + ")}`, table, ["participant"]);
		const people = frame.extras.get("participant");
		if (!people) throw new FormulaError("The data have no participants.");
		const row = coefficientTable(fitWithin(frame, asFactor(people))).find((one) => one.term === term);
		if (!row) return { missing: "It is the same in all replies." };
		return "missing" in row ? { missing: VARIES_NOT } : fromInference(row, frame.rows.length, METHOD);
	} catch (error) {
		if (!(error instanceof FormulaError)) throw error;
		return { missing: error.message };
	}
}

const VARIES_NOT = "Within participants it does not vary, or follows from the arm and the other terms.";
