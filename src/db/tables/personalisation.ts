import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { studies } from "./studies.ts";

/**
 * People who may take part, by the pseudonym of their arrival, with the key of their profile. An id of an old data set can be
 * mapped to the id of the present recruiter.
 */
export const profilePeople = sqliteTable(
	"profile_people",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		participantId: text("participant_id").notNull(),
		/** The key of their row in `profiles`; the same as `participantId` if no id was mapped. */
		profileId: text("profile_id").notNull(),
		/** The recruitment source under which this id is known, or `*` for any. */
		source: text().notNull(),
		/** The recruiter's id, encrypted under the Worker's IDENTITY_KEY: needed to invite the person again. Null without that key. */
		externalIdSealed: text("external_id_sealed"),
	},
	(table) => [
		primaryKey({ columns: [table.studyId, table.participantId] }),
		index("profile_people_by_profile").on(table.studyId, table.profileId),
	],
);

/** Profiles of people who may take part, by pseudonym. */
export const profiles = sqliteTable(
	"profiles",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		/** The pseudonym of the person, or of their id in the data set of the profile. */
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

/** Adapters that model servers have: of one participant, or shared. */
export const adapters = sqliteTable(
	"adapters",
	{
		studyId: text("study_id")
			.notNull()
			.references(() => studies.id),
		name: text().notNull(),
		/** Null if the adapter is shared. */
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
