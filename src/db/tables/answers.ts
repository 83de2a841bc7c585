import { integer, primaryKey, real, sqliteTable, sqliteView, text } from "drizzle-orm/sqlite-core";
import { sessionColumns } from "./session-columns.ts";

/**
 * Without a row id of their own (`WITHOUT ROWID`): numbers and names of the protocol alone, so that one row is one write. Tables
 * with texts of participants need row ids, because SQLite leaves copies of rows that it moves within an index.
 */
export const ratings = sqliteTable(
	"ratings",
	{
		id: text().notNull(),
		...sessionColumns,
		conversationId: text("conversation_id").notNull(),
		label: text().notNull(),
		/** `choice`: about one candidate; `form`: about the whole conversation. */
		source: text({ enum: ["choice", "form"] }).notNull(),
		turn: integer(),
		slot: text(),
		form: text(),
		item: text(),
		/** Null if the participant answered "does not apply". */
		value: real(),
		min: real(),
		max: real(),
		ratedAt: text("rated_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.sessionId, table.id] })],
);

export const rankings = sqliteTable(
	"rankings",
	{
		id: text().notNull(),
		...sessionColumns,
		form: text().notNull(),
		item: text().notNull(),
		/** The conversation that was ranked, or that contained the ranked panes. */
		conversationId: text("conversation_id").notNull(),
		slot: text(),
		label: text().notNull(),
		/** 1 is best. */
		rank: integer().notNull(),
		/** 1-based: the position of the ranked conversation, or of the pane on the screen. */
		position: integer().notNull(),
		rankedAt: text("ranked_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.sessionId, table.id] })],
);

/**
 * All answers to one form are one row, because D1 bills rows. Researchers read them item by item in the view `answers`. `id` begins
 * with the session's id, and `isOfSession` in `db/session-id-range.ts` finds rows by it. An index would cost another row.
 */
export const formAnswers = sqliteTable("form_answers", {
	/** `<session>/<form>/<place of the conversation>`. The last part is empty if the form is not about one conversation. */
	id: text().primaryKey(),
	...sessionColumns,
	conversationId: text("conversation_id"),
	form: text().notNull(),
	/** An array with an object for each item: the columns of the view `answers`. What is null or usual is left out. */
	items: text({ mode: "json" }).$type<readonly ItemAnswer[]>().notNull(),
	/** How many items were asked. */
	asked: integer().notNull(),
	/** How many items other answers left out (`showIf`). */
	notAsked: integer("not_asked").notNull(),
	/** How many attention checks were answered. */
	checks: integer().notNull(),
	checksFailed: integer("checks_failed").notNull(),
	/** Time for the whole form, as measured by the client. */
	elapsedMs: integer("elapsed_ms"),
	answeredAt: text("answered_at").notNull(),
});

export type ItemAnswer = {
	readonly item: string;
	readonly kind: string;
	readonly value?: unknown;
	/** False if other answers left the item out: then it has no value, but is not missing. */
	readonly asked?: false;
	/** 1-based position of the item in the form; 0 if it was not asked. */
	readonly position: number;
	/** For attention checks only. */
	readonly correct?: boolean;
	/** For rankings: how often the participant moved an option, as counted by the client. */
	readonly changes?: number;
	/**
	 * For rankings: all moves, as `[{ "ms", "value", "from", "to" }]`: the option, its places counted from 1, and the time
	 * since the form was shown. At most 200.
	 */
	readonly history?: unknown;
};

/** The view with a row for each item. To select a session's rows, use `formAnswersId`, which is the table's key. */
export const answers = sqliteView("answers", {
	id: text().notNull(),
	...sessionColumns,
	conversationId: text("conversation_id"),
	form: text().notNull(),
	item: text().notNull(),
	kind: text().notNull(),
	value: text({ mode: "json" }),
	position: integer().notNull(),
	correct: integer({ mode: "boolean" }),
	elapsedMs: integer("elapsed_ms"),
	answeredAt: text("answered_at").notNull(),
	asked: integer({ mode: "boolean" }).notNull(),
	changes: integer(),
	history: text({ mode: "json" }),
	formAnswersId: text("form_answers_id").notNull(),
}).existing();
