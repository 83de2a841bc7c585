import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const studies = sqliteTable("studies", {
	id: text().primaryKey(),
	slug: text().notNull().unique(),
	title: text().notNull(),
	status: text({ enum: ["draft", "open", "paused", "closed"] }).notNull(),
	version: integer().notNull(),
	protocolHash: text("protocol_hash").notNull(),
	/** Keys the derivation of participants' and sessions' ids. Encrypted under the Worker's IDENTITY_KEY; hex without that secret. */
	pseudonymKey: text("pseudonym_key").notNull(),
	/** SHA-256 of the allocation seed, published when the study opens. */
	seedCommitment: text("seed_commitment"),
	/** The seed itself, published when the study is unblinded. */
	revealedSeed: text("revealed_seed"),
	createdAt: text("created_at").notNull(),
	openedAt: text("opened_at"),
	closedAt: text("closed_at"),
	unblindedAt: text("unblinded_at"),
});

export const studyVersions = sqliteTable(
	"study_versions",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		version: integer().notNull(),
		protocolHash: text("protocol_hash").notNull(),
		protocol: text({ mode: "json" }).notNull(),
		createdAt: text("created_at").notNull(),
		openedAt: text("opened_at"),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.version] })],
);

/** What may change while a study runs: each row is complete, and the newest is in force. Without a row the protocol is. */
export const studySettings = sqliteTable(
	"study_settings",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		/** From 1. */
		version: integer().notNull(),
		settings: text({ mode: "json" }).notNull(),
		reason: text().notNull(),
		/** The id of an API key. */
		actor: text().notNull(),
		createdAt: text("created_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.version] })],
);

/** Which arm a label stands for. Written when a study opens under single blind, otherwise by unblinding alone. */
export const armKeys = sqliteTable(
	"arm_keys",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		label: text().notNull(),
		arm: text().notNull(),
		/** The pool of this label: no two pools share labels. Null in older studies, in which all pools have the same labels. */
		pool: text({ enum: ["live", "pilot", "simulated"] }),
		revealedAt: text("revealed_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.label] })],
);

/** Who unblinded, when, and why. Triggers of the migration refuse to change or delete a row. */
export const unblindings = sqliteTable("unblindings", {
	id: text().primaryKey(),
	studyId: text("study_id")
		.notNull()
		.references(() => studies.id),
	/** `study`, or `participant` for an emergency. */
	scope: text({ enum: ["study", "participant"] }).notNull(),
	sessionId: text("session_id"),
	reason: text().notNull(),
	/** The version of the analysis plan that was in force. */
	analysisPlan: text("analysis_plan"),
	actor: text().notNull(),
	unblindedAt: text("unblinded_at").notNull(),
});

/** Deviations of a study as a whole: changes of its arm inputs after it had opened. Triggers refuse to delete a row. */
export const studyDeviations = sqliteTable(
	"study_deviations",
	{
		id: text().primaryKey(),
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		protocolHash: text("protocol_hash").notNull(),
		/** `adapters_changed`, `profiles_changed`, `profile_deleted` or `endpoints_changed`. */
		kind: text().notNull(),
		/** How many entries changed. */
		entries: integer().notNull(),
		/** The reason that the researcher gave. Null for the deletion of a person. */
		reason: text(),
		actor: text().notNull(),
		/** The changed entries before and after, in JSON: a JWE until the study is unblinded. */
		sealed: text(),
		occurredAt: text("occurred_at").notNull(),
	},
	(table) => [index("study_deviations_by_study").on(table.studyId)],
);

/** Findings of a monitor, such as a sample ratio that chance does not explain. */
export const warnings = sqliteTable(
	"warnings",
	{
		id: text().primaryKey(),
		studyId: text("study_id").notNull(),
		kind: text().notNull(),
		detail: text({ mode: "json" }),
		raisedAt: text("raised_at").notNull(),
	},
	(table) => [index("warnings_by_study").on(table.studyId)],
);

/**
 * How many of a pool's paced replies were late or never came, over all arms. Updated only after many replies, so that the difference between
 * two versions never shows a single reply.
 */
export const replyPace = sqliteTable(
	"reply_pace",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		pool: text({ enum: ["live", "pilot"] }).notNull(),
		replies: integer().notNull(),
		/** Replies whose text paused, or began late, by two seconds or more, and those that failed for good. */
		late: integer().notNull(),
		share: real().notNull(),
		publishedAt: text("published_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.pool] })],
);

/** Number of refused arrivals by link, for each day and reason. Contains no ids. */
export const refusedArrivals = sqliteTable(
	"refused_arrivals",
	{
		studyId: text("study_id").notNull(),
		/** In UTC. */
		day: text().notNull(),
		/** The code of the problem, or the reason why a signature was refused. */
		reason: text().notNull(),
		arrivals: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.day, table.reason] })],
);
