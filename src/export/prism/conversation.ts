import type { PastConversation, PastReply, PastTurn } from "../../personalisation/profiles/history.ts";
import type { Json } from "../../shared/json.ts";
import { isBlank } from "../../shared/visible-text.ts";

/** PRISM's writing of a text without a word. */
const EMPTY = "EMPTY STRING";
const said = (text: string): string => (isBlank(text) ? EMPTY : text.trim());

type Columns = Record<string, Json>;
export type Place = { readonly conversationId: string; readonly userId: string };

/**
 * A row of PRISM's `conversations.jsonl`: 13 columns in the order of the release, and after them whatever else was loaded
 * with it. The inverse of `readPrismConversation`, and the only writer: a study's conversations come as past ones too.
 */
export function conversationRow(conversation: PastConversation, { conversationId, userId }: Place): Columns {
	const { type, at, turns, more } = conversation;
	const of = (name: string): Json => more[name] ?? null;
	return {
		conversation_id: conversationId,
		user_id: userId,
		conversation_type: type,
		opening_prompt: said(turns[0]?.text ?? ""),
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
	{ turn, role: "user", content: said(text) },
	...replies.map(({ text: content, model, provider, score, chosen, place }) => ({
		turn,
		role: "model",
		content: said(content),
		model_provider: provider,
		model_name: model,
		score,
		if_chosen: chosen,
		within_turn_id: place,
	})),
];

/** Ids of one conversation's interactions and utterances. */
export type Numbers = {
	/** Of each turn. */
	readonly interaction: (turn: number) => number;
	/** Of the first reply; the others follow. */
	readonly firstUtterance: number;
};

/** Rows of `utterances.jsonl`: one a reply, 14 columns in the order of the release. */
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
	user_prompt: said(text),
	model_response: said(response),
	model_name: model,
	model_provider: provider,
	score,
	if_chosen: chosen,
	included_in_balanced_subset: more.included_in_balanced_subset ?? null,
});

export const repliesIn = ({ turns }: PastConversation): number =>
	turns.reduce((sum, { replies }) => sum + replies.length, 0);
