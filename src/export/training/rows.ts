import type { Message } from "./dialogue.ts";
import type { Pair } from "./pairs.ts";
import type { Place } from "./split.ts";

export type Placed = { readonly participant: string; readonly pair: Pair; readonly place: Place };

/**
 * TRL's preference data set, conversational, with an explicit prompt (its documentation: Dataset formats). Trainers drop
 * the columns that they do not know; `margin` is the one that its reward trainer reads.
 */
export function trlRow({ participant, pair, place }: Placed) {
	const { prompt, chosen, rejected, margin, source, conversation, turn } = pair;
	return {
		prompt,
		chosen: [reply(chosen.text)],
		rejected: [reply(rejected.text)],
		margin,
		margin_unit: margin === null ? null : source === "ranking" ? "ranks" : "points",
		participant,
		conversation_id: conversation,
		turn,
		source,
		position_chosen: positionOf(chosen.slot),
		position_rejected: positionOf(rejected.slot),
		score_chosen: chosen.score?.value ?? null,
		score_rejected: rejected.score?.value ?? null,
		split: place.split,
		held_out: place.heldOut,
	};
}

/** OpenAI's preference format, which takes no column besides: one assistant message each, the last message of the input the user's. */
export const openaiRow = ({ pair: { prompt, chosen, rejected } }: Placed) => ({
	input: { messages: prompt, tools: [], parallel_tool_calls: true },
	preferred_output: [reply(chosen.text)],
	non_preferred_output: [reply(rejected.text)],
});

const reply = (content: string): Message => ({ role: "assistant", content });

/** 1-based: slot `a` is the first. */
const positionOf = (slot: string): number => slot.charCodeAt(0) - 96;
