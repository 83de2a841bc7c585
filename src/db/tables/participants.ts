import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";

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

/** The recruiter's latest status of each submission, as its webhooks reported it. Contains the recruiter's ids too. */
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
