import { FormulaError } from "../../formula/expression.ts";
import { frameOf } from "../../formula/model-frame.ts";
import type { LinearEstimates } from "../../inference/coefficients.ts";
import { jointTest } from "../../inference/joint-test.ts";
import { fitMixed } from "../../mixed/fit.ts";
import { rowsOf, type Table } from "../../table/table.ts";
import { isMissing, type Test } from "../estimate.ts";
import { fixedTerms, randomTerms } from "../ratings/formulas.ts";
import { distinct, outcomesOf, ratingTable } from "../ratings/rating-table.ts";
import type { PoolTables } from "../tables/one-pool.ts";

export type OrderEffects = {
	/** First-order carry-over: whether a rating depends on the arm before. */
	readonly carryOver: readonly (Test & { readonly outcome: string })[];
	/** Whether ratings differ between the sequences. */
	readonly sequence: readonly (Test & { readonly outcome: string })[];
};

export function orderEffects(pool: PoolTables): OrderEffects {
	const outcomes = outcomesOf(pool).filter(({ id }) => id !== "choice");
	const test = (label: string, column: "predecessor" | "sequence") =>
		outcomes.map((outcome) => {
			const table = ratingTable(outcome, pool);
			return { outcome: outcome.id, label, ...tested(table, outcome.response, column) };
		});
	return {
		carryOver: test("Ratings do not depend on the arm before", "predecessor"),
		sequence: test("Ratings do not depend on the sequence", "sequence"),
	};
}

function tested(table: Table, response: string, column: "predecessor" | "sequence") {
	const usable = rowsOf(table, rowsWith(table, column));
	if (distinct(usable, column) < 2)
		return {
			missing:
				column === "predecessor"
					? "Nobody rated a conversation that followed on another arm, so there is nothing to carry over."
					: "All participants have one sequence, or their sequences are not known.",
		};
	const random = randomTerms(usable);
	if (random.length === 0)
		return { missing: "Each participant has one rating, so order and participants cannot be told apart." };
	const formula = `${response} ~ ${[...fixedTerms(usable), column, ...random].join(" + ")}`;
	try {
		const fit = fitMixed(frameOf(formula, usable));
		const found = jointTest(fit, columnsOf(fit, column));
		if (isMissing(found)) return found;
		const { statistic, df1, df2, p } = found;
		const n = usable.rows;
		const method = `Joint F test of ${column} in the mixed model ${formula}`;
		return { statistic, df: df1, ...(df2 === null ? {} : { df2 }), p, n, method };
	} catch (error) {
		if (!(error instanceof FormulaError)) throw error;
		return { missing: error.message };
	}
}

function rowsWith(table: Table, name: string): number[] {
	const column = table.columns.get(name);
	return Array.from({ length: table.rows }, (_, row) => row).filter((row) => (column?.values[row] ?? null) !== null);
}

const columnsOf = ({ names, kept }: LinearEstimates, prefix: string): Float64Array[] =>
	kept.flatMap((column, place) => {
		if (!names[column]?.startsWith(prefix)) return [];
		const weights = new Float64Array(kept.length);
		weights[place] = 1;
		return [weights];
	});
