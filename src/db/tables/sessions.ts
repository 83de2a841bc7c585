import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * D1 is the researchers' copy. The source of every row here is the event log of a session object, from which the row can be
 * written again. Times are RFC 3339 in UTC, JSON is stored in text columns, and every row of a session has the hash of its
 * protocol. Open columns name arms only by their neutral labels. Data that could connect a label with a model (tokens,
 * latencies, the served model) is in `model_calls`, sealed while the study is blinded.
 */

/** The recruiter's id of a participant, for payment. Kept apart from all answers and messages. */
export const participantIdentities = sqliteTable(
	"participant_identities",
	{
		participantId: text("participant_id").primaryKey(),
		studyId: text("study_id").notNull(),
		source: text().notNull(),
		externalId: text("external_id").notNull(),
		/** Other values that the recruiter sent, such as Prolific's study and submission ids. */
		reference: text({ mode: "json" }),
	},
	// Not by the id: SQLite does not clear what it removes from an index, so an erased id could be read from the file.
	(table) => [index("participant_identities_by_study").on(table.studyId)],
);

/**
 * Later arrivals with the id of a session's participant: refused ones without proof, and accepted ones with a new submission
 * id. Holds the recruiter's ids, as `participant_identities` does.
 */
export const reentries = sqliteTable(
	"reentries",
	{
		id: text().primaryKey(),
		sessionId: text("session_id").notNull(),
		studyId: text("study_id").notNull(),
		participantId: text("participant_id").notNull(),
		outcome: text({ enum: ["resumed", "refused"] }).notNull(),
		/** `other_submission` or `used_link`. Null if the arrival was accepted. */
		reason: text(),
		/** The recruiter's ids in this arrival, such as Prolific's study and submission ids. */
		reference: text({ mode: "json" }).notNull(),
		occurredAt: text("occurred_at").notNull(),
	},
	(table) => [index("reentries_by_study").on(table.studyId), index("reentries_by_session").on(table.sessionId)],
);

/** The recruiter's latest status of each submission, as its webhooks told it. Holds the recruiter's ids too. */
export const submissions = sqliteTable(
	"submissions",
	{
		id: text().primaryKey(),
		sessionId: text("session_id").notNull(),
		studyId: text("study_id").notNull(),
		/** The recruiter's id. */
		submission: text().notNull(),
		/** By Prolific's names: `awaiting_review`, `approved`, `returned`, `timed_out` and others. */
		status: text().notNull(),
		/** When the status changed at the recruiter. */
		reportedAt: text("reported_at").notNull(),
	},
	(table) => [index("submissions_by_study").on(table.studyId), index("submissions_by_session").on(table.sessionId)],
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
		/** The participant's row of `profiles`; null if they have none. */
		profileId: text("profile_id"),
		stratum: text(),
		/** The arms' labels in the participant's drawn order, separated by spaces. */
		sequence: text(),
		startedAt: text("started_at").notNull(),
		consentedAt: text("consented_at"),
		consentVersion: text("consent_version"),
		randomisedAt: text("randomised_at"),
		endedAt: text("ended_at"),
		/**
		 * How many events of the log these rows include. Events that depend on the arm are not counted: failures, repeats,
		 * self-identifications. 1 for an erased session.
		 */
		lastEvent: integer("last_event").notNull(),
		/**
		 * `consent`, `form`, `place` (waits for a place), `message` or `choice`. Null after the end, and in rows from
		 * before. A reply that is being written or failed counts as `message`, because failures depend on the arm.
		 */
		currentStep: text("current_step"),
		/** Progress as the participant sees it. */
		stepsDone: integer("steps_done"),
		stepsOf: integer("steps_of"),
		/** When the participant last did something: an answer, a message, a choice, a report. Retries do not count. */
		lastActivityAt: text("last_activity_at"),
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
		...ofSession,
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
	(table) => [index("ratings_by_session").on(table.sessionId)],
);

export const rankings = sqliteTable(
	"rankings",
	{
		id: text().primaryKey(),
		...ofSession,
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
		/** False if other answers left the item out (`showIf`): then `value` is null, but not missing. */
		asked: integer({ mode: "boolean" }).notNull().default(true),
		/** 1-based position of the item in the form; 0 if it was not asked. */
		position: integer().notNull(),
		/** For attention checks only. */
		correct: integer({ mode: "boolean" }),
		/** Time for the whole form, as measured by the client. */
		elapsedMs: integer("elapsed_ms"),
		/** For rankings: how often the participant moved an option, as counted by the client. */
		changes: integer(),
		/**
		 * For rankings: all moves, as `[{ "ms", "value", "from", "to" }]`: the option, its places counted from 1, and the time
		 * since the form was shown. At most 200.
		 */
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
		/** `harmful`: the reply upset or could harm the participant. `broken`: it is cut off, garbled or in another language. */
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

/** Deviations from the protocol. They never exclude a participant by themselves. */
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
		 * `self_identification`: a reply named its model. `assistant_unavailable`: the conversation ended because its models
		 * failed. `not_asked`: a form or an item was left out, because it is about replies that do not exist. `budget`: the
		 * conversation ended because its share of the session's budget was spent. `not_randomised`: the session ended because
		 * the allocator did not answer. `place_not_renewed`: the session ended because its place had lapsed and the allocator
		 * did not answer whether another one was free. `row_set_aside`: D1 refused a row. `ended_by_researcher`: a researcher ended
		 * the session, for the reason in the audit.
		 */
		kind: text().notNull(),
		/** The protocol's setting: `record`, `mask` or `regenerate`. For a refused row, its table. For `ended_by_researcher`, the exit. */
		handling: text(),
		/** In UTF-16 units of the original reply. */
		spanStart: integer("span_start"),
		spanEnd: integer("span_end"),
		/** Set if further details would connect a label with a model: a JWE until the study is unblinded. */
		sealed: text(),
		occurredAt: text("occurred_at").notNull(),
		/** For `not_asked` only. */
		form: text(),
		/** For `not_asked` only; null if the whole form was left out. */
		item: text(),
	},
	(table) => [index("deviations_by_study").on(table.studyId)],
);

/** The client's measurements of typing and focus, with consent. Covariates: they never exclude a participant. */
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
		/** Number of pasted characters. */
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
