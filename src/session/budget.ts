import { type Budget, isSpent, type Spending, sessionBudgetOf } from "../protocol/budget.ts";
import { countedReply, replyTerms } from "../protocol/counted-reply.ts";
import type { Protocol } from "../protocol/schema.ts";
import { type ActiveState, type ConversationState, type Course, entryOf, type Study, type Turn } from "./state.ts";

const NOTHING: Spending = { tokens: 0, cost: 0 };

/**
 * Whether a conversation has used up its share of the session's budget. Shares are equal and settled with the plan, and what one leaves
 * goes to no other: an arm that says much must not shorten the conversations with the arms after it.
 */
export function isShareSpent({ protocol }: Study, state: ActiveState, conversation: ConversationState): boolean {
	const budget = sessionBudgetOf(protocol.limits);
	const conversations = state.allocated?.plan.conversations.length ?? 0;
	if (!budget || conversations === 0) return false;
	const spent = countedIn(protocol, state, conversation, budget);
	return isSpent(budget, { tokens: spent.tokens * conversations, cost: spent.cost * conversations });
}

/** What a session counts for against a budget of the study: its replies so far, by the same terms for every arm. */
export const countedOf = ({ protocol }: Study, state: Course, budget: Budget): Spending =>
	sum(state.conversations.map((conversation) => countedIn(protocol, state, conversation, budget)));

function countedIn(protocol: Protocol, state: Course, { index, turns }: ConversationState, budget: Budget): Spending {
	if (!state.allocated) return NOTHING;
	const terms = replyTerms(protocol, budget);
	const { layout } = entryOf({ protocol }, state.allocated.plan, index);
	return sum(
		turns.flatMap((turn, place) =>
			turn.candidates.map((candidate) => {
				const before = turns
					.slice(0, place)
					.flatMap((earlier) => threadOf(earlier, layout === "best-of", candidate.slot));
				return countedReply(terms, [...before, turn.text], candidate.shown ?? candidate.text);
			}),
		),
	);
}

/** A turn as the model of a slot is sent it later: with the chosen reply where somebody chooses, otherwise with its own. */
function threadOf({ text, candidates, chosen }: Turn, isChoice: boolean, slot: string): string[] {
	const reply = candidates.find((candidate) => candidate.slot === (isChoice ? chosen : slot));
	return reply ? [text, reply.shown ?? reply.text] : [text];
}

const sum = (parts: readonly Spending[]): Spending =>
	parts.reduce((total, { tokens, cost }) => ({ tokens: total.tokens + tokens, cost: total.cost + cost }), NOTHING);
