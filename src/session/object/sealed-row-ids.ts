import { blockIdOf, callIdOf, hiddenIdOf, type SessionKeys } from "../../blinding/seals/sealed-reply-rows.ts";
import { slotsOf } from "../domain/conversation.ts";
import type { SessionEvent } from "../domain/events.ts";
import type { SessionState, Study } from "../domain/state.ts";
import { deviationIdOf } from "../projection/candidate-rows.ts";

type Log = readonly { readonly event: SessionEvent }[];

/** Ids of the session's rows that do not name it: sealed replies, and rows of earlier versions. */
export const sealedRowIds = (study: Study, log: Log, state: SessionState, keys: SessionKeys): string[] => [
	...new Set([...log.flatMap(({ event }) => idsOf(event, keys)), ...blocksOf(study, state, keys.secret)]),
];

function idsOf(event: SessionEvent, keys: SessionKeys): string[] {
	if (event.type === "SelfIdentified")
		return event.spans.map((_, place) => hiddenIdOf(keys.secret, deviationIdOf(event, place)));
	return "calls" in event ? event.calls.map((call) => callIdOf(keys, { step: event.step, call })) : [];
}

/** A turn without any model call has a sealed reply too. */
function blocksOf(study: Study, state: SessionState, secret: string): string[] {
	if (state.status === "new" || state.status === "erased") return [];
	const plan = state.allocated?.plan;
	if (!plan) return [];
	return state.conversations.flatMap(({ index, turns }) =>
		turns.flatMap(({ replySteps: [firstStep = ""] }, turn) =>
			slotsOf(study, plan, index, turns.slice(0, turn)).map(({ slot }) => blockIdOf(secret, firstStep, slot)),
		),
	);
}
