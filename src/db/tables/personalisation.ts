import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { studies } from "./studies.ts";

/**
 * Who may come back, by the pseudonym under which they will come, and whose profile is theirs: an id of an old data set
 * can be mapped to the id of today's recruiter.
 */
export const profilePeople = sqliteTable(
	"profile_people",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		participantId: text("participant_id").notNull(),
		/** The key of their row in `profiles`; the same as `participantId` where nothing was mapped. */
		profileId: text("profile_id").notNull(),
		/** By which way in they are known, or `*` for any. */
		source: text().notNull(),
		/** The recruiter's id, encrypted under the Worker's IDENTITY_KEY: needed to invite the person again. Null without that key. */
		externalIdSealed: text("external_id_sealed"),
	},
	(table) => [
		primaryKey({ columns: [table.studyId, table.participantId] }),
		index("profile_people_by_profile").on(table.studyId, table.profileId),
	],
);

/** What is known of people who may come back, by pseudonym. */
export const profiles = sqliteTable(
	"profiles",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		/** The pseudonym of the person, or of their id in the data set that they come from. */
		participantId: text("participant_id").notNull(),
		attributes: text({ mode: "json" }).notNull(),
		profile: text({ mode: "json" }).notNull(),
		/** Past conversations, newest last. */
		history: text({ mode: "json" }).notNull(),
		dataHash: text("data_hash").notNull(),
		loadedAt: text("loaded_at").notNull(),
	},
	(table) => [primaryKey({ columns: [table.studyId, table.participantId] })],
);

/** Served adapters, of one participant or shared. */
export const adapters = sqliteTable(
	"adapters",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		name: text().notNull(),
		/** Null: shared. */
		participantId: text("participant_id"),
		servedName: text("served_name").notNull(),
		base: text(),
		method: text(),
		provenance: text({ mode: "json" }),
		status: text({ enum: ["missing", "ready", "failed"] }).notNull(),
		createdAt: text("created_at").notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.studyId, table.name] }),
		index("adapters_by_participant").on(table.studyId, table.participantId),
	],
);
