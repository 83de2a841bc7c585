import { at } from "../numeric/arrays.ts";
import { FormulaError } from "./expression.ts";
import { fitPolynomial, polynomialValues } from "./polynomial.ts";
import type { Term, Terms } from "./terms.ts";
import type { Factor } from "./values.ts";

/** The coding of a factor in a term: contrasts with its first level, or an indicator for each level. */
export type Coding = "contrasts" | "indicators";

/**
 * R's rule (`TermCode` in its terms.c): a factor is coded by contrasts if the rest of its term is empty or part of an earlier
 * term, so that the columns have full rank. Without an intercept, the first factor of the first term with a factor gets
 * indicators.
 */
export function codingsOf(terms: Terms, isFactor: (variable: number) => boolean): Coding[][] {
	const codings = terms.terms.map((term, index) =>
		term.map((variable) => codingIn(term, variable, terms.terms.slice(0, index))),
	);
	if (terms.intercept) return codings;
	const first = terms.terms.findIndex((term) => term.some(isFactor));
	const place = terms.terms[first]?.findIndex(isFactor) ?? -1;
	return codings.map((term, index) =>
		term.map((coding, variable) => (index === first && variable === place ? "indicators" : coding)),
	);
}

function codingIn(term: Term, variable: number, earlier: readonly Term[]): Coding {
	const rest = term.filter((other) => other !== variable);
	const isMargin = rest.length === 0 || earlier.some((other) => rest.every((one) => other.includes(one)));
	return isMargin ? "contrasts" : "indicators";
}

export type CodedColumns = { readonly suffixes: readonly string[]; readonly columns: readonly Float64Array[] };

/** The columns of a factor: treatment contrasts, or orthogonal polynomials for an ordered factor, with R's names. */
export function factorColumns(factor: Factor, coding: Coding, name: string): CodedColumns {
	const { levels, ordered } = factor;
	if (coding === "indicators") return indicators(factor, 0);
	if (levels.length < 2) throw new FormulaError(oneLevel(name, levels[0]));
	return ordered ? polynomialContrasts(factor) : indicators(factor, 1);
}

function indicators({ codes, levels }: Factor, from: number): CodedColumns {
	const suffixes = levels.slice(from);
	return {
		suffixes,
		columns: suffixes.map((_, index) => Float64Array.from(codes, (code) => Number(code === index + from))),
	};
}

function polynomialContrasts({ codes, levels }: Factor): CodedColumns {
	const scores = Float64Array.from(levels, (_, index) => index + 1);
	const fitted = fitPolynomial(scores, levels.length - 1);
	const contrasts = fitted ? polynomialValues(scores, fitted) : [];
	const suffixes = contrasts.map((_, index) => [".L", ".Q", ".C"][index] ?? `^${index + 1}`);
	return { suffixes, columns: contrasts.map((contrast) => Float64Array.from(codes, (code) => at(contrast, code))) };
}

function oneLevel(name: string, level: string | undefined): string {
	if (level === undefined) return `"${name}" has no values in the complete rows.`;
	return `"${name}" has one level ("${level}") in the complete rows, so nothing can be compared. Remove it from the formula.`;
}
