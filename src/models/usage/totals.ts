import type { CallRecord } from "../../blinding/sealed.ts";
import type { Protocol } from "../../protocol/schema.ts";

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

/** Of each total two digits are said, so that a few calls more of one arm disappear in the rounding. */
const DIGITS = 2;
const rounded = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(DIGITS)));

export const coarse = ({ calls, estimated, inputTokens, outputTokens, costs }: Usage): Usage => ({
	calls: rounded(calls),
	estimated: rounded(estimated),
	inputTokens: rounded(inputTokens),
	outputTokens: rounded(outputTokens),
	costs: Object.fromEntries(Object.entries(costs).map(([name, cost]) => [name, rounded(cost)])),
});

const STEP = 20;
/** One session more of one arm than of another is then less than what the rounding hides. */
const FEWEST_OF_PARTS = 100;

/**
 * Of how many completed sessions a blinded study's total may be said, of `completed` that there are; 0 for none yet. Always
 * the first so many, in steps, so that two totals never differ by a single session. Where not everybody meets every arm, a
 * total that grows could be fitted to who was in which arm: it is said once the study is closed.
 */
export function sessionsToTell(protocol: Protocol, closed: boolean, completed: number): number {
	const told = completed - (completed % STEP);
	if (meetsEveryArm(protocol)) return told;
	return closed && told >= FEWEST_OF_PARTS ? told : 0;
}

export function meetsEveryArm({ design, conversations, arms }: Protocol): boolean {
	if (design.kind !== "crossover") return false;
	const singles = conversations.filter(({ layout }) => layout === "single");
	if (design.topics === "across" && singles.length % arms.length !== 0) return false;
	return conversations.some(({ arms: met }) => met === "each" || met >= arms.length);
}
