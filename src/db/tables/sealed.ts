import { index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One row a call of a language model, failed ones too. While the study is blinded all but the ids is in `sealed`. */
export const modelCalls = sqliteTable(
	"model_calls",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		protocolHash: text("protocol_hash").notNull(),
		/** A JWE to the study's unblinding key, padded to a fixed length, or null once opened. */
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
		/** True where the pooled adapter stood in for a participant's own, which was missing. */
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
	},
	(table) => [index("model_calls_by_study").on(table.studyId)],
);

/**
 * Deviations of which nobody but unblinding may know whose they are, such as a text that was thrown away for naming its model:
 * no participant has read it, so that its place, its time and its label would be news. Each row is a whole row of
 * `deviations` in a JWE, under a keyed id; unblinding moves it there.
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
