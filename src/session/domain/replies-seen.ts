import { derivedId } from "../../shared/id.ts";
import type { EventOf, SessionEvent } from "./events.ts";
import type { SessionRecord } from "./state.ts";

/** A reply by its place. */
export type ReplyPlace = { readonly conversation: number; readonly turn: number; readonly slot: string };

/** The id under which views show a message. */
export const messageIdOf = (sessionId: string, conversation: number, turn: number, who: string): `ms_${string}` =>
	derivedId("message", sessionId, conversation, turn, who);

/** The reply with this id in the participant's views. Null if there is none. */
export function replyPlaceOf({ facts, conversations }: Pick<SessionRecord, "facts" | "conversations">, id: string) {
	for (const { index, turns } of conversations)
		for (const [turn, { candidates }] of turns.entries())
			for (const candidate of candidates)
				if (messageIdOf(facts.sessionId, index, turn, candidate.slot) === id)
					return { conversation: index, turn, slot: candidate.slot, candidate };
	return null;
}

/**
 * What a client says of replies whose end was on the screen, and how many milliseconds ago. Kept once for each reply. Ids of
 * no reply are passed over: nothing depends on them.
 */
export function repliesSeen(
	state: Pick<SessionRecord, "facts" | "conversations">,
	seen: Readonly<Record<string, number>> | undefined,
	nowMs: number,
): readonly SessionEvent[] {
	const replies = Object.entries(seen ?? {}).flatMap(([id, agoMs]): EventOf<"RepliesSeen">["replies"] => {
		const found = replyPlaceOf(state, id);
		if (!found || found.candidate.seenAtMs !== undefined) return [];
		const { conversation, turn, slot } = found;
		return [{ conversation, turn, slot, atMs: nowMs - agoMs }];
	});
	return replies.length === 0 ? [] : [{ type: "RepliesSeen", atMs: nowMs, replies }];
}
