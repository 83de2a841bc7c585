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

/** Which arm a label stands for. Written when a study opens under single blind, otherwise by unblinding alone. */
export const armKeys = sqliteTable(
	"arm_keys",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		label: text().notNull(),
		arm: text().notNull(),
		/** Whose label it is: no two pools share one. Null in a study from before that, where all have the same. */
		pool: text({ enum: ["live", "pilot", "simulated"] }),
		revealedAt: text("revealed_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.label] })],
);

/** Who looked, when, and why. Triggers of the migration refuse to change or delete a row. */
export const unblindings = sqliteTable("unblindings", {
	id: text().primaryKey(),
	studyId: text("study_id")
		.notNull()
		.references(() => studies.id),
	/** `study`, or the emergency of one participant. */
	scope: text({ enum: ["study", "participant"] }).notNull(),
	sessionId: text("session_id"),
	reason: text().notNull(),
	/** The version of the analysis plan that was in force. */
	analysisPlan: text("analysis_plan"),
	actor: text().notNull(),
	unblindedAt: text("unblinded_at").notNull(),
});

/**
 * What went otherwise than the protocol has it, of the study as a whole: a change of what its arms are made of, after it had opened. Triggers
 * refuse to delete a row.
 */
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
		/** As whoever changed it wrote it. Null for the deletion of a person. */
		reason: text(),
		actor: text().notNull(),
		/** Which entries, as they were and as they are, in JSON: a JWE until the study is unblinded. */
		sealed: text(),
		occurredAt: text("occurred_at").notNull(),
	},
	(table) => [index("study_deviations_by_study").on(table.studyId)],
);

/** What a monitor found, such as a sample ratio that chance does not explain. */
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
 * How many of a pool's paced replies were late, over all arms. Written in steps of many replies, so that no row can be
 * subtracted from the next to find one reply.
 */
export const replyPace = sqliteTable(
	"reply_pace",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		pool: text({ enum: ["live", "pilot"] }).notNull(),
		replies: integer().notNull(),
		/** Of these: text stopped, or began late, by two seconds or more. */
		late: integer().notNull(),
		share: real().notNull(),
		publishedAt: text("published_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.pool] })],
);

/** Number of refused arrivals by link, by day and reason. Identifies nobody. */
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
