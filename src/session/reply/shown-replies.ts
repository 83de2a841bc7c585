import { type ConversationState, type Course, entryOf, type Study, type Turn } from "../domain/state.ts";

/** A reply as a participant sees it, with the conversation before it. */
export type ShownReply = { readonly sent: readonly string[]; readonly reply: string };

/** Every reply of a conversation, candidates apart. Masks stand where they were shown: it is what open rows have. */
export function repliesIn(study: Study, state: Course, { index, turns }: ConversationState): ShownReply[] {
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

/** A turn as the model of a slot is sent it later: with the chosen reply where somebody chooses, otherwise with its own. */
function threadOf({ text, candidates, chosen }: Turn, isChoice: boolean, slot: string): string[] {
	const reply = candidates.find((candidate) => candidate.slot === (isChoice ? chosen : slot));
	return reply ? [text, reply.shown ?? reply.text] : [text];
}
