/**
 * A stated approximation of how many tokens a text is: 4 ASCII characters a token, and 3 bytes of UTF-8 of anything else.
 * One study may run on models of several families, and the prompt that a participant had must not change with the version of
 * a package: see the decision record on the budget of prompts.
 */
export const approximateTokens = (text: string): number => tokensOfCost(costOf(text));

/** In twelfths of a token, so that costs of parts add up to the cost of the whole without rounding. */
export function costOf(text: string): number {
	const bytes = new TextEncoder().encode(text);
	const ascii = bytes.reduce((count, byte) => (byte < 0x80 ? count + 1 : count), 0);
	return ascii * 3 + (bytes.length - ascii) * 4;
}

export const tokensOfCost = (cost: number): number => Math.ceil(cost / TWELFTHS);
export const costOfTokens = (tokens: number): number => tokens * TWELFTHS;

const TWELFTHS = 12;
