import { index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Batches of judgements by judge models. The batch's object has the state; this row follows it. */
export const judgementBatches = sqliteTable(
	"judgement_batches",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		protocolHash: text("protocol_hash").notNull(),
		/** The rubric and its version, such as `sycophancy/1`. */
		rubric: text().notNull(),
		pool: text({ enum: ["live", "pilot", "simulated"] }).notNull(),
		/** Each judge's name, and everything that affects its answers. */
		judges: text({ mode: "json" }).notNull(),
		repeats: integer().notNull(),
		/** Of the order in which each judge judges. */
		seed: integer().notNull(),
		/** `running`, `paused`, `completed`, `cancelled`, `failed` or `budget`. */
		status: text().notNull(),
		planned: integer().notNull(),
		judged: integer().notNull(),
		/** Two answers of the judge were unusable. */
		missing: integer().notNull(),
		/** An earlier batch had judged it. */
		known: integer().notNull(),
		/** Erased, or changed, since the batch was planned. */
		gone: integer().notNull(),
		/** The judge did not answer. */
		failed: integer().notNull(),
		tokens: integer().notNull(),
		cost: real().notNull(),
		/** The id of the API key that started it. */
		actor: text().notNull(),
		startedAt: text("started_at").notNull(),
		endedAt: text("ended_at"),
	},
	(table) => [index("judgement_batches_by_study").on(table.studyId)],
);

/** What is judged: a reply, two replies, or an opening message. It names no arm and no label. */
const place = {
	sessionId: text("session_id").notNull(),
	conversationId: text("conversation_id").notNull(),
	turn: integer().notNull(),
	/** Of the reply. Null for an opening message. */
	slot: text(),
	/** Of the second reply of a pair. */
	otherSlot: text("other_slot"),
};

/** Each judgement of a judge model. Reasons may quote the texts, so it is erased with the person. */
export const judgements = sqliteTable(
	"judgements",
	{
		/** A hash of the request, the rubric, the judge's settings, the repeat and the order. */
		id: text().primaryKey(),
		batchId: text("batch_id").notNull(),
		studyId: text("study_id").notNull(),
		...place,
		unit: text().notNull(),
		rubric: text().notNull(),
		judge: text().notNull(),
		/** From 1. */
		repeat: integer().notNull(),
		/** The replies of a pair were shown in the other order. */
		swapped: integer({ mode: "boolean" }).notNull(),
		/** The hash of the exact request. */
		requestHash: text("request_hash").notNull(),
		/** By item: value and reason. Null if two answers were unusable. */
		answers: text({ mode: "json" }),
		/** Why the second answer was unusable. */
		fault: text(),
		/** Of all calls for this judgement. */
		inputTokens: integer("input_tokens").notNull(),
		outputTokens: integer("output_tokens").notNull(),
		cost: real(),
		judgedAt: text("judged_at").notNull(),
	},
	(table) => [index("judgements_by_study").on(table.studyId), index("judgements_by_session").on(table.sessionId)],
);

/** What people judged, to compare judge models with. Erased with the person whose text it is about. */
export const judgementLabels = sqliteTable(
	"judgement_labels",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		...place,
		unit: text().notNull(),
		rubric: text().notNull(),
		item: text().notNull(),
		/** A name or number for the person who judged. */
		labeller: text().notNull(),
		/** Null if the item does not apply. */
		value: text({ mode: "json" }),
		loadedAt: text("loaded_at").notNull(),
	},
	(table) => [
		index("judgement_labels_by_study").on(table.studyId),
		index("judgement_labels_by_session").on(table.sessionId),
	],
);
