import { index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * One row a call of a language model, failed ones too. While the study is blinded it has one row for each candidate of each turn instead,
 * which holds all of its calls in `sealed`.
 */
export const modelCalls = sqliteTable(
	"model_calls",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		protocolHash: text("protocol_hash").notNull(),
		/** A JWE to the study's unblinding key, all of one length in a study; null once opened. */
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
		/** The served name that `{{adapter}}` stood for, null where the arm has none. */
		adapter: text(),
		/** True where the pooled adapter, or the server's generic user, stood in for a participant's own. */
		adapterStoodIn: integer("adapter_stood_in", { mode: "boolean" }),
		inputTokens: integer("input_tokens"),
		outputTokens: integer("output_tokens"),
		/** `server`, or `estimate` where it did not say; null where no text came. */
		countedBy: text("counted_by", { enum: ["server", "estimate"] }),
		/** By the price that the protocol gives the model, in `currency`. */
		cost: real(),
		currency: text(),
		firstFrameMs: integer("first_frame_ms"),
		lastFrameMs: integer("last_frame_ms"),
		finishReason: text("finish_reason"),
		failure: text(),
		startedAt: text("started_at"),
		/** The system prompt exactly as it was sent, with what it says of the participant. The rest of what was sent is `turns` and `candidates`. */
		prompt: text(),
		/** The reply, where it was discarded because the model named itself in it. */
		discardedText: text("discarded_text"),
		/** The model's reasoning, where it was hidden from the participant. */
		hiddenText: text("hidden_text"),
	},
	(table) => [index("model_calls_by_study").on(table.studyId)],
);

/**
 * Deviations of discarded texts, from before the sealed rows of `model_calls` held them. Each is a whole row of `deviations` in a JWE, under
 * a keyed id. Unblinding moves it there, a rebuild into the row of its reply.
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
