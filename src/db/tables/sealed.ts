import { index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * One row for each call of a language model, including failed ones. While the study is blinded, one row for each candidate of
 * each turn instead, with all of its calls in `sealed`.
 */
export const modelCalls = sqliteTable(
	"model_calls",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		protocolHash: text("protocol_hash").notNull(),
		/** A JWE to the study's unblinding key, of the same length in all rows of a study; null once opened. */
		sealed: text(),
		sessionId: text("session_id"),
		conversationId: text("conversation_id"),
		turn: integer(),
		slot: text(),
		label: text(),
		attempt: integer(),
		provider: text(),
		model: text(),
		servedModel: text("served_model"),
		/** The served name that replaced `{{adapter}}`; null if the arm has no adapter. */
		adapter: text(),
		/** True if the pooled adapter, or the server's generic user, replaced the participant's own adapter. */
		adapterStoodIn: integer("adapter_stood_in", { mode: "boolean" }),
		inputTokens: integer("input_tokens"),
		outputTokens: integer("output_tokens"),
		/** `server`, or `estimate` if the server did not count; null if no text was received. */
		countedBy: text("counted_by", { enum: ["server", "estimate"] }),
		/** In `currency`, by the model's price in the protocol. */
		cost: real(),
		currency: text(),
		firstFrameMs: integer("first_frame_ms"),
		lastFrameMs: integer("last_frame_ms"),
		finishReason: text("finish_reason"),
		failure: text(),
		startedAt: text("started_at"),
		/**
		 * The system prompt exactly as it was sent, with its text about the participant. The other messages are in `turns` and
		 * `candidates`.
		 */
		prompt: text(),
		/** The reply, if it was discarded because the model named itself in it. */
		discardedText: text("discarded_text"),
		/** The model's reasoning, if it was hidden from the participant. */
		hiddenText: text("hidden_text"),
	},
	(table) => [index("model_calls_by_study").on(table.studyId)],
);

/**
 * Deviations of discarded texts, from the time before the sealed rows of `model_calls` held them. Each is a whole row of
 * `deviations` in a JWE, under a keyed id. Unblinding moves it to `deviations`; a rebuild moves it into the row of its reply.
 */
export const sealedDeviations = sqliteTable(
	"sealed_deviations",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		protocolHash: text("protocol_hash").notNull(),
		sealed: text().notNull(),
	},
	(table) => [index("sealed_deviations_by_study").on(table.studyId)],
);
