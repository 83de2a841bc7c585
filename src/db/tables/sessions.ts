import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { sessionColumns } from "./session-columns.ts";

/**
 * D1 is the researchers' copy. The source of every row here is the event log of a session object, from which the row can be
 * written again. Times are RFC 3339 in UTC, JSON is stored in text columns, and every row of a session has the hash of its
 * protocol. Open columns name arms only by their neutral labels. Data that could connect a label with a model (tokens,
 * latencies, the served model) is in `model_calls`, sealed while the study is blinded.
 */

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

/**
 * What the recruiter or the survey tool sent about a participant. A row is written once. `sessions` is rewritten with each
 * step, and SQLite leaves a copy behind when a row grows, so erased attributes could be read from the file.
 */
export const sessionAttributes = sqliteTable("session_attributes", {
	sessionId: text("session_id").primaryKey(),
	studyId: text("study_id").notNull(),
	attributes: text({ mode: "json" }).notNull(),
});

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
		...sessionColumns,
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
		/** The protocol's setting: `record`, `mask` or `regenerate`. For a row that was set aside, its table, by its name in the code: `formAnswers` is `form_answers`. For `ended_by_researcher`, the exit. */
		handling: text(),
		/** In UTF-16 units of the original reply. */
		spanStart: integer("span_start"),
		spanEnd: integer("span_end"),
		/** Set if further details would connect a label with a model: a JWE until the study is unblinded. */
		sealed: text(),
		/** For `row_set_aside`, the start of the session, because the row's own time could show how fast a model was. */
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
		...sessionColumns,
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
