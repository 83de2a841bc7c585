import { type Budget, isSpent, type Spending, sessionBudgetOf } from "../../protocol/schema/budget.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import { countedReply, replyTerms } from "../../protocol/tokens/counted-reply.ts";
import { repliesIn } from "../reply/shown-replies.ts";
import { currentConversation, planOf } from "./conversation.ts";
import type { SessionEvent } from "./events.ts";
import {
	type ActiveState,
	type ConversationState,
	entryOf,
	type SessionRecord,
	type SessionState,
	type Study,
} from "./state.ts";

const NOTHING: Spending = { tokens: 0, cost: 0 };

/**
 * Whether a conversation has spent its share of the session's budget. Shares are equal, and an unspent rest is not passed
 * on: otherwise an arm with long replies would change the length of the conversations after it.
 */
export function isShareSpent({ protocol }: Study, state: ActiveState, conversation: ConversationState): boolean {
	const budget = sessionBudgetOf(protocol.limits);
	const conversations = state.allocated?.plan.conversations.length ?? 0;
	if (!budget || conversations === 0) return false;
	const spent = countedIn(protocol, state, conversation, budget);
	return isSpent(budget, { tokens: spent.tokens * conversations, cost: spent.cost * conversations });
}

/** What the session counts for against a budget of the study. All arms are counted by the same terms. */
export const countedOf = ({ protocol }: Study, state: SessionRecord, budget: Budget): Spending =>
	sum(state.conversations.map((conversation) => countedIn(protocol, state, conversation, budget)));

function countedIn(
	protocol: Protocol,
	state: SessionRecord,
	conversation: ConversationState,
	budget: Budget,
): Spending {
	const terms = replyTerms(protocol, budget);
	return sum(repliesIn({ protocol }, state, conversation).map(({ sent, reply }) => countedReply(terms, sent, reply)));
}

const sum = (parts: readonly Spending[]): Spending =>
	parts.reduce((total, { tokens, cost }) => ({ tokens: total.tokens + tokens, cost: total.cost + cost }), NOTHING);

/**
 * Ends the conversation at `turns.max`, or when its share of the budget is spent. It ends after the reply, or after the
 * choice if there is one. If the last reply stays, the conversation is only closed: the participant reads the reply,
 * and then continues.
 */
export function endsByLimit(
	study: Study,
	state: SessionState,
	atMs: number,
	after: "reply" | "choice",
): readonly SessionEvent[] {
	if (state.status !== "active" || state.stage.kind !== "message") return [];
	const open = currentConversation(state);
	const { turns } = entryOf(study, planOf(state), open.index);
	const stays = after === "reply" && open.turns.at(-1)?.stays;
	const ended = (by: "limit" | "budget"): readonly SessionEvent[] =>
		stays ? [{ type: "ConversationClosed", atMs, by }] : [{ type: "ConversationEnded", atMs, step: null, by }];
	if (open.turns.length >= turns.max) return ended("limit");
	return isShareSpent(study, state, open) ? ended("budget") : [];
}
