import { type ConversationState, entryOf, type SessionRecord, type Study, type Turn } from "../domain/state.ts";

/** A reply as the participant sees it, with the messages before it. */
export type ShownReply = { readonly sent: readonly string[]; readonly reply: string };

/** Every candidate of a conversation, with masks as shown, because the open rows have those too. */
export function repliesIn(study: Study, state: SessionRecord, { index, turns }: ConversationState): ShownReply[] {
	if (!state.allocated) return [];
	const { layout } = entryOf(study, state.allocated.plan, index);
	return turns.flatMap((turn, place) =>
		turn.candidates.map((candidate) => {
			const before = turns
				.slice(0, place)
				.flatMap((earlier) => threadOf(earlier, layout === "best-of", candidate.slot));
			return { sent: [...before, turn.text], reply: candidate.shown ?? candidate.text };
		}),
	);
}

/** A turn as a later call gets it: with the chosen reply if there was a choice, otherwise with the slot's own reply. */
function threadOf({ text, candidates, chosen }: Turn, isChoice: boolean, slot: string): string[] {
	const reply = candidates.find((candidate) => candidate.slot === (isChoice ? chosen : slot));
	return reply ? [text, reply.shown ?? reply.text] : [text];
}
