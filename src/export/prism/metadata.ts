import type { PastConversation } from "../../personalisation/profiles/history.ts";
import type { Json } from "../../shared/json.ts";
import type { Numbers, Place } from "./conversation.ts";

const CATEGORIES = [
	"sexual",
	"hate",
	"harassment",
	"self-harm",
	"sexual/minors",
	"hate/threatening",
	"violence/graphic",
	"self-harm/intent",
	"self-harm/instructions",
	"harassment/threatening",
	"violence",
];

const unknown = (): Json => Object.fromEntries(CATEGORIES.map((category) => [category, null]));

type Columns = Record<string, Json>;
type Text = {
	readonly column: string;
	readonly user: string;
	readonly conversation?: string;
	readonly interaction?: string;
	readonly utterance?: string;
};

/**
 * A row of `metadata.jsonl`: 10 columns that identify a text and its flags. PRISM's flags come from tools (scrubadub, langid, a
 * moderation service) that do not run here, so they are null and not false.
 */
const row = ({ column, user, conversation, interaction, utterance }: Text): Columns => ({
	column_id: column,
	user_id: user,
	conversation_id: conversation ?? null,
	interaction_id: interaction ?? null,
	utterance_id: utterance ?? null,
	pii_flag: null,
	pii_manual_flag: null,
	language_flag: null,
	en_flag: null,
	moderation_flag: { flagged: null, categories: unknown(), category_scores: unknown() },
});

/** Rows for the two texts of the survey, if the participant wrote them. */
export const surveyMetadata = (survey: Columns, user: string): Columns[] =>
	["self_description", "system_string"]
		.filter((column) => survey[column] !== null)
		.map((column) => row({ column, user }));

export function conversationMetadata(
	{ turns, more }: PastConversation,
	{ conversationId: conversation, userId: user }: Place,
	{ interaction, firstUtterance }: Numbers,
): Columns[] {
	let next = firstUtterance;
	const feedback = typeof more.open_feedback === "string" ? [row({ column: "open_feedback", user, conversation })] : [];
	const messages = turns.flatMap(({ replies }, turn) => {
		const place = { user, conversation, interaction: `int${interaction(turn)}` };
		const written = replies.map(() => row({ column: "model_response", ...place, utterance: `ut${next++}` }));
		return [row({ column: "user_prompt", ...place }), ...written];
	});
	return [...messages, ...feedback];
}
