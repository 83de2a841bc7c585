import type { PastConversation, PastReply, PastTurn } from "../../personalisation/profiles/history.ts";
import type { Json } from "../../shared/json.ts";
import { isBlank } from "../../shared/visible-text.ts";

/** PRISM's text for an empty message. */
const EMPTY = "EMPTY STRING";
const textOrEmpty = (text: string): string => (isBlank(text) ? EMPTY : text.trim());

type Columns = Record<string, Json>;
export type Place = { readonly conversationId: string; readonly userId: string };

/**
 * A row of PRISM's `conversations.jsonl`: 13 columns in the order of the release, then all other columns that were loaded.
 * This is the inverse of `readPrismConversation`. A study's own conversations are converted to past ones and written here too.
 */
export function conversationRow(conversation: PastConversation, { conversationId, userId }: Place): Columns {
	const { type, at, turns, more } = conversation;
	const of = (name: string): Json => more[name] ?? null;
	return {
		conversation_id: conversationId,
		user_id: userId,
		conversation_type: type,
		opening_prompt: textOrEmpty(turns[0]?.text ?? ""),
		conversation_turns: turns.length,
		conversation_history: turns.flatMap(historyOf),
		performance_attributes: of("performance_attributes"),
		choice_attributes: of("choice_attributes"),
		open_feedback: of("open_feedback"),
		generated_datetime: at,
		timing_duration_s: of("timing_duration_s"),
		timing_duration_mins: of("timing_duration_mins"),
		included_in_balanced_subset: of("included_in_balanced_subset"),
		...more,
	};
}

const historyOf = ({ text, replies }: PastTurn, turn: number): Json[] => [
	{ turn, role: "user", content: textOrEmpty(text) },
	...replies.map(({ text: content, model, provider, score, chosen, place }) => ({
		turn,
		role: "model",
		content: textOrEmpty(content),
		model_provider: provider,
		model_name: model,
		score,
		if_chosen: chosen,
		within_turn_id: place,
	})),
];

/** Numbers for the ids of one conversation's interactions and utterances. */
export type Numbers = {
	/** The number of each turn's interaction. */
	readonly interaction: (turn: number) => number;
	/** The number of the first reply. The other replies get the numbers after it. */
	readonly firstUtterance: number;
};

/** Rows of `utterances.jsonl`: one for each reply, with 14 columns in the order of the release. */
export function utteranceRows(conversation: PastConversation, place: Place, numbers: Numbers): Columns[] {
	let next = numbers.firstUtterance;
	return conversation.turns.flatMap((turn, index) =>
		turn.replies.map((reply) => utterance(conversation, turn, reply, index, place, numbers, next++)),
	);
}

const utterance = (
	{ type, more }: PastConversation,
	{ text }: PastTurn,
	{ text: response, model, provider, score, chosen, place: within }: PastReply,
	turn: number,
	{ conversationId, userId }: Place,
	{ interaction }: Numbers,
	number: number,
): Columns => ({
	utterance_id: `ut${number}`,
	interaction_id: `int${interaction(turn)}`,
	conversation_id: conversationId,
	user_id: userId,
	turn,
	within_turn_id: within,
	conversation_type: type,
	user_prompt: textOrEmpty(text),
	model_response: textOrEmpty(response),
	model_name: model,
	model_provider: provider,
	score,
	if_chosen: chosen,
	included_in_balanced_subset: more.included_in_balanced_subset ?? null,
});

export const repliesIn = ({ turns }: PastConversation): number =>
	turns.reduce((sum, { replies }) => sum + replies.length, 0);
