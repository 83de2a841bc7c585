import type { Fault } from "../../shared/problem.ts";
import { type Budget, sessionBudgetOf } from "../schema/budget.ts";
import type { Conversation, Protocol } from "../schema/schema.ts";
import { armsShown, numberOfConversations } from "../steps/steps.ts";
import { priceOf, replyTerms } from "../tokens/counted-reply.ts";
import { faultIf, type Path } from "./faults/fault.ts";

export const budgetFaults = (protocol: Protocol): Fault[] => [
	...faultIf(
		protocol.limits.tokensPerSession !== undefined && protocol.limits.session !== undefined,
		["limits", "tokensPerSession"],
		"This is the older name of session.tokens: keep one of the two.",
	),
	...(["session", "study"] as const).flatMap((name) => {
		const budget = protocol.limits[name];
		return budget ? faultsOf(protocol, budget, ["limits", name]) : [];
	}),
	...smallShares(protocol),
];

function faultsOf(protocol: Protocol, { tokens, cost, currency }: Budget, path: Path): Fault[] {
	return [
		...faultIf(tokens === undefined && cost === undefined, path, "Give tokens, or a cost with its currency."),
		...faultIf(cost !== undefined && !currency, [...path, "currency"], "Say which currency the cost is in."),
		...faultIf(
			cost === undefined && currency !== undefined,
			[...path, "cost"],
			"Give the cost, or remove the currency.",
		),
		...(cost === undefined || !currency ? [] : unpriced(protocol, currency)),
	];
}

/** A rehearsal model costs nothing. */
function unpriced(protocol: Protocol, currency: string): Fault[] {
	const models = new Set(protocol.arms.map(({ model }) => model));
	return [...models].flatMap((name) => {
		const model = protocol.models[name];
		if (!model || model.provider === "rehearsal") return [];
		const price = priceOf(protocol, { id: name, model: name });
		return faultIf(
			price?.currency !== currency,
			["models", name, "price"],
			`A budget is in ${currency}: give the price of this model in ${currency}.`,
		);
	});
}

/** The cost of the prompts alone. A smaller share would end conversations before their fewest turns. */
function smallShares(protocol: Protocol): Fault[] {
	const budget = sessionBudgetOf(protocol.limits);
	if (!budget) return [];
	const { hiddenTokens, inputPrice } = replyTerms(protocol, budget);
	const conversations = numberOfConversations(protocol);
	const replies = Math.max(0, ...protocol.conversations.map((entry) => leastReplies(protocol, entry)));
	const tokens = replies * hiddenTokens * conversations;
	const least = { tokens, cost: (tokens * inputPrice) / 1e6 };
	const path = protocol.limits.session ? ["limits", "session"] : ["limits", "tokensPerSession"];
	return [
		...faultIf(
			budget.tokens !== undefined && budget.tokens <= least.tokens,
			protocol.limits.session ? [...path, "tokens"] : path,
			`The prompts alone take ${least.tokens} tokens in the least number of turns: allow more.`,
		),
		...faultIf(
			budget.cost !== undefined && budget.cost <= least.cost,
			[...path, "cost"],
			`The prompts alone cost ${least.cost} in the least number of turns: allow more.`,
		),
	];
}

function leastReplies(protocol: Protocol, entry: Conversation): number {
	const { layout, turns, laterCandidates } = entry;
	const first = armsShown(protocol, entry);
	return first + (turns.min - 1) * (layout === "best-of" ? laterCandidates : first);
}
