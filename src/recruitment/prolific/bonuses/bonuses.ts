import { evaluate, type Values } from "./evaluate.ts";
import type { Formula } from "./formula.ts";
import { moneyText, multiply, rational, rounded } from "./rational.ts";

/** A participant who completed, with the values that formulas read. */
export type Candidate = { readonly participant: string; readonly values: Values };

export type Bonuses = {
	/** In pence or cents, above zero. */
	readonly amounts: readonly { readonly participant: string; readonly minor: bigint }[];
	/** Completed, and get nothing by the formula. */
	readonly zero: number;
	/** Completed, and without an amount: an answer is missing, or the formula divides by zero. */
	readonly without: number;
};

/** Amounts are rounded once, at the end. An amount below zero is zero. */
export function bonusesOf(formula: Formula, candidates: readonly Candidate[]): Bonuses {
	const all = candidates.map(({ participant, values }) => {
		const value = evaluate(formula, values);
		return { participant, minor: value && rounded(multiply(value, rational(100n))) };
	});
	const amounts = all.flatMap(({ participant, minor }) =>
		minor !== null && minor > 0n ? [{ participant, minor }] : [],
	);
	const without = all.filter(({ minor }) => minor === null).length;
	return { amounts, zero: all.length - amounts.length - without, without };
}

/** Prolific's format for bonuses in bulk: one line for each participant, without a header. */
export const bulkText = ({ amounts }: Bonuses): string =>
	amounts.map(({ participant, minor }) => `${participant},${moneyText(minor)}\n`).join("");

export type BonusPreview = {
	readonly participants: number;
	readonly total: string;
	readonly least: string | null;
	readonly most: string | null;
	readonly zero: number;
	readonly without: number;
};

export function previewOf({ amounts, zero, without }: Bonuses): BonusPreview {
	const sorted = amounts.map(({ minor }) => minor).toSorted((one, other) => (one < other ? -1 : 1));
	const text = (minor: bigint | undefined) => (minor === undefined ? null : moneyText(minor));
	return {
		participants: sorted.length,
		total: moneyText(sorted.reduce((sum, minor) => sum + minor, 0n)),
		least: text(sorted[0]),
		most: text(sorted.at(-1)),
		zero,
		without,
	};
}
