import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sessionColumns } from "./session-columns.ts";

export const conversations = sqliteTable(
	"conversations",
	{
		id: text().primaryKey(),
		...sessionColumns,
		/** The conversation's id in the protocol. */
		entry: text().notNull(),
		/** 1-based, in the participant's order: the period of a crossover. */
		position: integer().notNull(),
		/** 1-based, among the conversations of the same entry: the period within a topic. */
		topicPosition: integer("topic_position"),
		layout: text({ enum: ["single", "best-of", "side-by-side"] }).notNull(),
		/** The arms' labels by slot (`a`, `b`, …), separated by spaces; one label for a `single`. */
		labels: text().notNull(),
		/** The label of the conversation before this one: the first-order carry-over of a crossover. */
		predecessor: text(),
		turns: integer().notNull(),
		startedAt: text("started_at").notNull(),
		endedAt: text("ended_at"),
	},
	(table) => [index("conversations_by_session").on(table.sessionId)],
);

export const turns = sqliteTable(
	"turns",
	{
		id: text().primaryKey(),
		...sessionColumns,
		conversationId: text("conversation_id").notNull(),
		/** 1-based. */
		turn: integer().notNull(),
		text: text().notNull(),
		sentAt: text("sent_at").notNull(),
		/**
		 * How often the participant had to retry after a model failed. Null while a double-blind study is blinded: failures
		 * differ by arm.
		 */
		retries: integer(),
		/** Characters and words of `text`, words by the spaces between them. Null in rows that were written before this column existed; the views count those. */
		characters: integer(),
		words: integer(),
	},
	(table) => [index("turns_by_conversation").on(table.conversationId)],
);

export const candidates = sqliteTable(
	"candidates",
	{
		id: text().primaryKey(),
		...sessionColumns,
		conversationId: text("conversation_id").notNull(),
		turnId: text("turn_id").notNull(),
		turn: integer().notNull(),
		/** The slot in which the candidate was shown: `a`, `b`, …. */
		slot: text().notNull(),
		label: text().notNull(),
		text: text().notNull(),
		/** Null if the participant does not choose between candidates. */
		chosen: integer({ mode: "boolean" }),
		/** The original text, if `text` masks a self-identification: a JWE until the study is unblinded. */
		sealedText: text("sealed_text"),
		/**
		 * When the end of the text was on the participant's screen; null if the client did not report it. Measured from the
		 * start of the reply as the pace shows it: an earlier failure does not make it later.
		 */
		seenAt: text("seen_at"),
		/** The participant stopped the reply, with all its candidates: `text` is the part that was shown. */
		stopped: integer({ mode: "boolean" }).notNull().default(false),
		/** When they stopped it, as the pace shows the text: that a model was late does not make it later. */
		stoppedAt: text("stopped_at"),
		/** As in `turns`. */
		characters: integer(),
		words: integer(),
	},
	(table) => [index("candidates_by_turn").on(table.turnId)],
);

/** Replies that participants reported. */
export const replyReports = sqliteTable(
	"reply_reports",
	{
		id: text().primaryKey(),
		...sessionColumns,
		conversationId: text("conversation_id").notNull(),
		turn: integer().notNull(),
		slot: text().notNull(),
		label: text().notNull(),
		/** `harmful`: the reply upset or could harm the participant. `broken`: it is cut off, garbled or in another language. */
		kind: text({ enum: ["harmful", "broken"] }).notNull(),
		/** In the participant's words. */
		note: text(),
		reportedAt: text("reported_at").notNull(),
	},
	(table) => [index("reply_reports_by_session").on(table.sessionId), index("reply_reports_by_study").on(table.studyId)],
);
