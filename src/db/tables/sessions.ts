import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * D1 is the researchers' copy. What participants do stands in the logs of their sessions' objects, from which every row
 * here can be written again. Times are RFC 3339 in UTC, JSON stands in text columns, and every row of a
 * session carries the hash of the protocol that it ran on.
 *
 * Open columns name arms by neutral label alone. What would tie a label to a model (tokens, latencies, the served model)
 * stands in `model_calls`, and there under seal while the study is blinded.
 */

/** Who a pseudonym is to the recruiter, for payment. Apart from everything that people said. */
export const participantIdentities = sqliteTable("participant_identities", {
	participantId: text("participant_id").primaryKey(),
	studyId: text("study_id").notNull(),
	source: text().notNull(),
	externalId: text("external_id").notNull(),
	/** What the recruiter sent along, such as Prolific's study and submission ids. */
	reference: text({ mode: "json" }),
});

/**
 * Later arrivals that named the participant of a session: refused ones without proof, and accepted ones with a new submission id.
 * Holds the recruiter's ids, as `participant_identities` does.
 */
export const reentries = sqliteTable(
	"reentries",
	{
		id: text().primaryKey(),
		sessionId: text("session_id").notNull(),
		studyId: text("study_id").notNull(),
		participantId: text("participant_id").notNull(),
		outcome: text({ enum: ["resumed", "refused"] }).notNull(),
		/** `other_submission` or `used_link`. Null where it was accepted. */
		reason: text(),
		/** The recruiter's ids in this arrival, such as Prolific's study and submission ids. */
		reference: text({ mode: "json" }).notNull(),
		occurredAt: text("occurred_at").notNull(),
	},
	(table) => [index("reentries_by_study").on(table.studyId), index("reentries_by_session").on(table.sessionId)],
);

const ofSession = {
	sessionId: text("session_id").notNull(),
	studyId: text("study_id").notNull(),
	protocolHash: text("protocol_hash").notNull(),
};

export const sessions = sqliteTable(
	"sessions",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		protocolHash: text("protocol_hash").notNull(),
		participantId: text("participant_id").notNull(),
		source: text().notNull(),
		pool: text({ enum: ["live", "pilot", "simulated"] }).notNull(),
		status: text().notNull(),
		attributes: text({ mode: "json" }).notNull(),
		/** The `profiles` row of who came, null for who has none. */
		profileId: text("profile_id"),
		stratum: text(),
		/** The arms' labels in the participant's drawn order, joined with blanks. */
		sequence: text(),
		startedAt: text("started_at").notNull(),
		consentedAt: text("consented_at"),
		consentVersion: text("consent_version"),
		randomisedAt: text("randomised_at"),
		endedAt: text("ended_at"),
		/** How many events of the log these rows show. Events that depend on the arm are not counted: failures, repeats, self-identifications. Of an erased session 1. */
		lastEvent: integer("last_event").notNull(),
	},
	(table) => [
		index("sessions_by_study").on(table.studyId, table.status),
		uniqueIndex("sessions_by_participant").on(table.participantId),
	],
);

export const conversations = sqliteTable(
	"conversations",
	{
		id: text().primaryKey(),
		...ofSession,
		/** The conversation's id in the protocol. */
		entry: text().notNull(),
		/** 1-based, in the order in which the participant has them: the period of a crossover. */
		position: integer().notNull(),
		/** 1-based, among the conversations of the same entry: the period within a topic. */
		topicPosition: integer("topic_position"),
		layout: text({ enum: ["single", "best-of", "side-by-side"] }).notNull(),
		/** The arms' labels by slot (`a`, `b`, …), joined with blanks; of a `single`, the one label. */
		labels: text().notNull(),
		/** The label that this conversation came after: the first-order carry-over of a crossover. */
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
		...ofSession,
		conversationId: text("conversation_id").notNull(),
		/** 1-based. */
		turn: integer().notNull(),
		text: text().notNull(),
		sentAt: text("sent_at").notNull(),
		/** How often the participant had to ask again, after a model failed. Null while a double-blind study is blinded: failures differ by arm. */
		retries: integer(),
	},
	(table) => [index("turns_by_conversation").on(table.conversationId)],
);

export const candidates = sqliteTable(
	"candidates",
	{
		id: text().primaryKey(),
		...ofSession,
		conversationId: text("conversation_id").notNull(),
		turnId: text("turn_id").notNull(),
		turn: integer().notNull(),
		/** `a`, `b`, …: the place in which it was shown. */
		slot: text().notNull(),
		label: text().notNull(),
		text: text().notNull(),
		/** Null where nobody chooses. */
		chosen: integer({ mode: "boolean" }),
		/** The text as it was written, where `text` hides a place in which the model names itself: a JWE until the study is unblinded. */
		sealedText: text("sealed_text"),
		/**
		 * When its end was on the participant's screen; null where their client did not say. Counted from the reply as the pace shows it: a model
		 * that failed first does not make it later.
		 */
		seenAt: text("seen_at"),
		/** The participant stopped it: `text` is what they had seen of it. */
		stopped: integer({ mode: "boolean" }).notNull().default(false),
	},
	(table) => [index("candidates_by_turn").on(table.turnId)],
);

export const ratings = sqliteTable(
	"ratings",
	{
		id: text().primaryKey(),
		...ofSession,
		conversationId: text("conversation_id").notNull(),
		label: text().notNull(),
		/** `choice`: of one candidate; `form`: of the conversation as a whole. */
		source: text({ enum: ["choice", "form"] }).notNull(),
		turn: integer(),
		slot: text(),
		form: text(),
		item: text(),
		/** Null where the participant said that it does not apply. */
		value: real(),
		min: real(),
		max: real(),
		ratedAt: text("rated_at").notNull(),
	},
	(table) => [index("ratings_by_session").on(table.sessionId)],
);

export const rankings = sqliteTable(
	"rankings",
	{
		id: text().primaryKey(),
		...ofSession,
		form: text().notNull(),
		item: text().notNull(),
		/** The conversation that was ranked, or that held the panes. */
		conversationId: text("conversation_id").notNull(),
		slot: text(),
		label: text().notNull(),
		/** 1 is best. */
		rank: integer().notNull(),
		/** 1-based: as which it was met, or in which place it was shown. */
		position: integer().notNull(),
		rankedAt: text("ranked_at").notNull(),
	},
	(table) => [index("rankings_by_session").on(table.sessionId)],
);

export const answers = sqliteTable(
	"answers",
	{
		id: text().primaryKey(),
		...ofSession,
		conversationId: text("conversation_id"),
		form: text().notNull(),
		item: text().notNull(),
		kind: text().notNull(),
		value: text({ mode: "json" }),
		/** False where other answers left the item out (`showIf`): `value` is null then, and nothing is missing. */
		asked: integer({ mode: "boolean" }).notNull().default(true),
		/** 1-based place in which the item stood; 0 where it was not asked. */
		position: integer().notNull(),
		/** Of an attention check. */
		correct: integer({ mode: "boolean" }),
		/** Of the whole form, as the client measured it. */
		elapsedMs: integer("elapsed_ms"),
		/** Of a ranking: how often the participant moved something, as the client counted. */
		changes: integer(),
		/** Of a ranking: each of its moves, as `[{ "ms", "value", "from", "to" }]`: the option, its places from 1, and the time since the form was shown. At most 200. */
		history: text({ mode: "json" }),
		answeredAt: text("answered_at").notNull(),
	},
	(table) => [index("answers_by_session").on(table.sessionId)],
);

/** Replies that participants reported. */
export const replyReports = sqliteTable(
	"reply_reports",
	{
		id: text().primaryKey(),
		...ofSession,
		conversationId: text("conversation_id").notNull(),
		turn: integer().notNull(),
		slot: text().notNull(),
		label: text().notNull(),
		/** `harmful`: it upset or harms. `broken`: it is cut, garbled or in another language. */
		kind: text({ enum: ["harmful", "broken"] }).notNull(),
		/** In the participant's words. */
		note: text(),
		reportedAt: text("reported_at").notNull(),
	},
	(table) => [index("reply_reports_by_session").on(table.sessionId), index("reply_reports_by_study").on(table.studyId)],
);

export const exits = sqliteTable("exits", {
	sessionId: text("session_id").primaryKey(),
	studyId: text("study_id").notNull(),
	protocolHash: text("protocol_hash").notNull(),
	reason: text().notNull(),
	/** The completion code that the participant was shown. */
	code: text(),
	exitedAt: text("exited_at").notNull(),
});

/** What went otherwise than the protocol has it. Never used to exclude anybody by itself. */
export const deviations = sqliteTable(
	"deviations",
	{
		id: text().primaryKey(),
		...ofSession,
		conversationId: text("conversation_id"),
		turn: integer(),
		slot: text(),
		label: text(),
		/**
		 * `self_identification`: a reply named its model. `assistant_unavailable`: the conversation ended because its models failed.
		 * `not_asked`: a form or an item was left out, because it is about replies that do not exist. `budget`: the conversation ended
		 * because its share of the session's budget was spent. `not_randomised`: the session
		 * ended because the allocator did not answer. `place_not_renewed`: it ended because the place had lapsed and the allocator did
		 * not answer whether there was one. `row_set_aside`: D1 did not take a row.
		 */
		kind: text().notNull(),
		/** As the protocol says: `record`, `mask` or `regenerate`. Of a row that was set aside, its table. */
		handling: text(),
		/** UTF-16 units of the reply as it was written. */
		spanStart: integer("span_start"),
		spanEnd: integer("span_end"),
		/** Where saying more would tell a label from a model: a JWE until the study is unblinded. */
		sealed: text(),
		occurredAt: text("occurred_at").notNull(),
		/** Of `not_asked`. */
		form: text(),
		/** Of `not_asked`; null where all of the form was left out. */
		item: text(),
	},
	(table) => [index("deviations_by_study").on(table.studyId)],
);

/** What a client measured of how an answer came about, with consent. Covariates: nobody is turned away by them. */
export const behaviour = sqliteTable(
	"behaviour",
	{
		id: text().primaryKey(),
		...ofSession,
		step: text().notNull(),
		kind: text().notNull(),
		conversationId: text("conversation_id"),
		turn: integer(),
		form: text(),
		/** Characters that were pasted. */
		pasted: integer(),
		pastes: integer(),
		focusLost: integer("focus_lost"),
		focusLostMs: integer("focus_lost_ms"),
		firstKeyMs: integer("first_key_ms"),
		typingMs: integer("typing_ms"),
		recordedAt: text("recorded_at").notNull(),
	},
	(table) => [index("behaviour_by_session").on(table.sessionId)],
);
