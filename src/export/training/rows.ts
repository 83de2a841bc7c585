import type { Message } from "./dialogue.ts";
import type { Pair } from "./pairs.ts";
import type { Place } from "./split.ts";

export type Placed = { readonly participant: string; readonly pair: Pair; readonly place: Place };

/**
 * A row of TRL's conversational preference data set with an explicit prompt (TRL documentation, Dataset formats). TRL's trainers
 * ignore unknown columns; the reward trainer reads `margin`.
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

/** A row of OpenAI's preference format, which allows no other columns. The input must end with a message of the user. */
export const openaiRow = ({ pair: { prompt, chosen, rejected } }: Placed) => ({
	input: { messages: prompt, tools: [], parallel_tool_calls: true },
	preferred_output: [reply(chosen.text)],
	non_preferred_output: [reply(rejected.text)],
});

const reply = (content: string): Message => ({ role: "assistant", content });

/** Slot `a` has position 1. */
const positionOf = (slot: string): number => slot.charCodeAt(0) - 96;
