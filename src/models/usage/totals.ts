import type { CallRecord } from "../../blinding/seals/sealed.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";

/** What one session took, over all its arms; or many. Calls that nobody counted are in `calls` alone. */
export type Usage = {
	readonly calls: number;
	/** Of these, how many were counted by estimate. */
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

/** Tokens are whole ones; means of arms are not. */
export const whole = ({ inputTokens, outputTokens, ...rest }: Usage): Usage => ({
	...rest,
	inputTokens: Math.round(inputTokens),
	outputTokens: Math.round(outputTokens),
});

/** Does everybody who completes meet every arm? What a session took then tells nothing of a single one. */
export function meetsEveryArm({ design, conversations, arms }: Protocol): boolean {
	if (design.kind !== "crossover") return false;
	const singles = conversations.filter(({ layout }) => layout === "single");
	if (design.topics === "across" && singles.length % arms.length !== 0) return false;
	return conversations.some(({ arms: met }) => met === "each" || met >= arms.length);
}
