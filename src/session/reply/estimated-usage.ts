import { added, NO_USAGE, type Usage } from "../../models/usage/totals.ts";
import { type MeanTerms, meanTerms, visibleTokens } from "../../protocol/tokens/counted-reply.ts";
import type { SessionRecord, Study } from "../domain/state.ts";
import { repliesIn, type ShownReply } from "./shown-replies.ts";

/**
 * An estimate of the session's usage from the replies that were shown, with the mean of the study's arms. Readers of the
 * open rows could compute it too, so it does not depend on the arm.
 */
export function estimatedUsage(study: Study, state: SessionRecord): Usage {
	const terms = meanTerms(study.protocol);
	return state.conversations
		.flatMap((conversation) => repliesIn(study, state, conversation))
		.reduce((total, reply) => added(total, estimateOf(terms, reply)), NO_USAGE);
}

function estimateOf({ hiddenTokens, prices }: MeanTerms, { sent, reply }: ShownReply): Usage {
	const visible = visibleTokens(sent, reply);
	const [inputTokens, outputTokens] = [hiddenTokens + visible.input, visible.output];
	const costs = Object.entries(prices).map(([currency, price]) => [
		currency,
		(inputTokens * price.input + outputTokens * price.output) / 1e6,
	]);
	return { calls: 1, estimated: 1, inputTokens, outputTokens, costs: Object.fromEntries(costs) };
}
