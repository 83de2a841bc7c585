import type { Budget, Spending } from "../schema/budget.ts";
import type { Arm, Protocol } from "../schema/schema.ts";

/** The counted cost of every reply of a study, whichever arm wrote it. */
export type ReplyTerms = {
	/** Tokens of the longest prompt that an arm can have. */
	readonly hiddenTokens: number;
	/** For a million tokens of the most expensive model. 0 if the budget is only in tokens. */
	readonly inputPrice: number;
	readonly outputPrice: number;
};

/**
 * How replies are counted against a budget. It depends only on the study, never on the arm: the end of a budget must
 * not distinguish a prompted arm from a plain one, or an expensive model from a cheap one.
 */
export function replyTerms(protocol: Protocol, { currency }: Budget): ReplyTerms {
	const prices = protocol.arms.flatMap((arm) => priceOf(protocol, arm) ?? []);
	const inCurrency = prices.filter((price) => price.currency === currency);
	return {
		hiddenTokens: Math.max(0, ...protocol.arms.map((arm) => promptTokens(protocol, arm))),
		inputPrice: Math.max(0, ...inCurrency.map(({ input }) => input)),
		outputPrice: Math.max(0, ...inCurrency.map(({ output }) => output)),
	};
}

/** The same as a mean over the arms: nearer to the bill, and equally independent of the arm. */
export type MeanTerms = {
	readonly hiddenTokens: number;
	/** By currency, for a million tokens. An arm without a price in a currency counts as 0. */
	readonly prices: Readonly<Record<string, { readonly input: number; readonly output: number }>>;
};

export function meanTerms(protocol: Protocol): MeanTerms {
	const { arms } = protocol;
	const mean = (of: (arm: Arm) => number) => arms.reduce((sum, arm) => sum + of(arm), 0) / arms.length;
	const currencies = new Set(arms.flatMap((arm) => priceOf(protocol, arm)?.currency ?? []));
	const priceIn = (currency: string, arm: Arm) => {
		const price = priceOf(protocol, arm);
		return price?.currency === currency ? price : { input: 0, output: 0 };
	};
	const prices = [...currencies].map((currency) => [
		currency,
		{ input: mean((arm) => priceIn(currency, arm).input), output: mean((arm) => priceIn(currency, arm).output) },
	]);
	return { hiddenTokens: mean((arm) => promptTokens(protocol, arm)), prices: Object.fromEntries(prices) };
}

/** The tokens of a reply and of the conversation before it, as the participant sees them. */
export const visibleTokens = (sent: readonly string[], reply: string) => ({
	input: tokensOfCost(sent.reduce((sum, text) => sum + costOf(text), 0)),
	output: tokensOfCost(costOf(reply)),
});

/** One reply. `sent` is the conversation as the participant sees it, with their message, and `reply` the shown texts. */
export function countedReply(terms: ReplyTerms, sent: readonly string[], reply: string): Spending {
	const { input: visible, output } = visibleTokens(sent, reply);
	const input = terms.hiddenTokens + visible;
	return { tokens: input + output, cost: (input * terms.inputPrice + output * terms.outputPrice) / 1e6 };
}

export const priceOf = (protocol: Protocol, arm: Arm) => {
	const model = protocol.models[arm.model];
	return model && "price" in model ? model.price : undefined;
};

function promptTokens(protocol: Protocol, { system, personalisation }: Arm): number {
	const told = personalisation?.kind === "prompt" ? personalisation.maxTokens : 0;
	return tokensOfCost(costOf(system ?? protocol.system ?? "")) + told;
}

/**
 * A stated approximation of the tokens of a text: 4 ASCII characters per token, and 3 bytes of UTF-8 of other
 * characters. A study may use models of several families, and a participant's prompt must not change with the version
 * of a package: see the decision record on the budget of prompts.
 */
export const approximateTokens = (text: string): number => tokensOfCost(costOf(text));

/** In twelfths of a token, so that the costs of parts add up without rounding. */
export function costOf(text: string): number {
	const bytes = new TextEncoder().encode(text);
	const ascii = bytes.reduce((count, byte) => (byte < 0x80 ? count + 1 : count), 0);
	return ascii * 3 + (bytes.length - ascii) * 4;
}

export const tokensOfCost = (cost: number): number => Math.ceil(cost / TWELFTHS);
export const costOfTokens = (tokens: number): number => tokens * TWELFTHS;

const TWELFTHS = 12;
