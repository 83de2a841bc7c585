import type { CallRecord } from "../../blinding/seals/sealed.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";

/** The usage of one or many sessions, over all arms. Calls without a count are only in `calls`. */
export type Usage = {
	readonly calls: number;
	/** Calls whose tokens were estimated. */
	readonly estimated: number;
	readonly inputTokens: number;
	readonly outputTokens: number;
	/** By currency. */
	readonly costs: Readonly<Record<string, number>>;
};

export const NO_USAGE: Usage = { calls: 0, estimated: 0, inputTokens: 0, outputTokens: 0, costs: {} };

export const usageOf = (calls: readonly CallRecord[]): Usage =>
	calls.reduce(
		(sum, { inputTokens, outputTokens, countedBy, cost, currency }) =>
			added(sum, {
				calls: 1,
				estimated: countedBy === "estimate" ? 1 : 0,
				inputTokens: inputTokens ?? 0,
				outputTokens: outputTokens ?? 0,
				costs: currency && cost ? { [currency]: cost } : {},
			}),
		NO_USAGE,
	);

export function added(one: Usage, other: Usage): Usage {
	const currencies = new Set([...Object.keys(one.costs), ...Object.keys(other.costs)]);
	return {
		calls: one.calls + other.calls,
		estimated: one.estimated + other.estimated,
		inputTokens: one.inputTokens + other.inputTokens,
		outputTokens: one.outputTokens + other.outputTokens,
		costs: Object.fromEntries([...currencies].map((name) => [name, (one.costs[name] ?? 0) + (other.costs[name] ?? 0)])),
	};
}

/** Tokens are whole numbers, but means over arms are not. */
export const withWholeTokens = ({ inputTokens, outputTokens, ...rest }: Usage): Usage => ({
	...rest,
	inputTokens: Math.round(inputTokens),
	outputTokens: Math.round(outputTokens),
});

/** Whether every participant who completes meets every arm. A session's usage then reveals nothing about a single arm. */
export function meetsEveryArm({ design, conversations, arms }: Protocol): boolean {
	if (design.kind !== "crossover") return false;
	const singles = conversations.filter(({ layout }) => layout === "single");
	if (design.topics === "across" && singles.length % arms.length !== 0) return false;
	return conversations.some(({ arms: met }) => met === "each" || met >= arms.length);
}
