import { z } from "zod";

/** The limit of tokens, of money, or of both. The first limit that is reached counts. */
export const budgetSchema = z.strictObject({
	tokens: z.int().min(1).optional().describe("In and out together."),
	cost: z.number().positive().optional().describe("In `currency`, by the prices of the models."),
	currency: z
		.string()
		.regex(/^[A-Z]{3}$/, "an ISO 4217 code such as USD")
		.optional()
		.describe("Of `cost`."),
});

export type Budget = z.output<typeof budgetSchema>;

/** The spent part of a budget. `cost` is in the budget's currency, and 0 if it has none. */
export type Spending = { readonly tokens: number; readonly cost: number };

export const isSpent = ({ tokens, cost }: Budget, spending: Spending): boolean =>
	spending.tokens >= (tokens ?? Infinity) || spending.cost >= (cost ?? Infinity);

type Limits = { readonly session?: Budget | undefined; readonly tokensPerSession?: number | undefined };

/** The budget of a session. `tokensPerSession` is the older name of `session.tokens`. */
export function sessionBudgetOf({ session, tokensPerSession }: Limits): Budget | null {
	if (session) return session;
	return tokensPerSession === undefined ? null : { tokens: tokensPerSession };
}
