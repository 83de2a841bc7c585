import type { Fault } from "../../shared/problem.ts";
import { FormulaError, namesIn } from "../formula/expression.ts";
import { readFormula } from "../formula/model-formula.ts";
import { parseExpression } from "../formula/parse.ts";
import { responseName, VARIABLES } from "./ratings/rating-table.ts";
import { JUDGED_NAMES } from "./replies/judged-scores.ts";

export type Planned = { readonly outcome: string; readonly formula?: string | undefined };

/** Formulas of prespecified analyses that cannot be read, or that use a variable that the report does not have. */
export const plannedFaults = (planned: readonly Planned[]): Fault[] =>
	planned.flatMap(({ outcome, formula }, index) => {
		if (formula === undefined) return [];
		const detail = faultIn(formula, outcome);
		return detail === null ? [] : [{ pointer: `/analysis/${index}/formula`, detail }];
	});

function faultIn(formula: string, outcome: string): string | null {
	const response = outcome === "choice" ? "score" : responseName(outcome.slice(outcome.indexOf(".") + 1));
	try {
		readFormula(formula);
		const known = [...VARIABLES, ...JUDGED_NAMES, response, "value"];
		const unknown = namesIn(parseExpression(formula)).find((name) => !known.includes(name));
		if (unknown === undefined) return null;
		return `"${unknown}" is no variable of a report. Its variables are ${[response, ...VARIABLES].join(", ")}; and what judges score: ${JUDGED_NAMES.join(", ")}.`;
	} catch (error) {
		if (error instanceof FormulaError) return error.message;
		throw error;
	}
}
