import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { ANY_FORMAT, type IdRules, idFault } from "../../access/participant-id/participant-id.ts";
import { pseudonymOf } from "../../access/participant-id/pseudonym.ts";
import type { Database } from "../../db/database.ts";
import { profilePeople, profiles } from "../../db/tables/personalisation.ts";
import { poolOf } from "../../randomisation/draw/pool.ts";
import { isId } from "../../shared/id.ts";
import type { PastConversation } from "./history.ts";
import type { Profile } from "./profile.ts";
import { ANY_SOURCE, type Person } from "./profile-line.ts";

/** `openKey`: see `withOpenKey`. */
export type StudyKeys = { readonly id: string; readonly openKey: string };
export type PersonRow = typeof profilePeople.$inferSelect;
export type ProfileRow = typeof profiles.$inferSelect;

/** Stands as the source of somebody who is known by the id of a data set alone. */
export const DATA_SET = "prism";

/** D1 takes 100 parameters a statement. */
export const IDS_A_STATEMENT = 90;

/** The pseudonym of a person, as a session has it that comes by this source; `*` is a source like any other. */
export const participantIdOf = ({ openKey }: StudyKeys, { source, id }: Person): string =>
	pseudonymOf(openKey, source, id).participant;

/** The person in a row of `profile_people`. */
export const loadedPerson = (id: string, source: string): Person =>
	source === DATA_SET ? { id, source: ANY_SOURCE, ofDataSet: true } : { id, source };

/** A participant as a researcher names them: a pseudonym of ours, or the id under which they were loaded. */
export const participantNamed = (study: StudyKeys, name: string, source: string = ANY_SOURCE): string =>
	isId("participant", name) ? name : participantIdOf(study, { id: name, source });

/** Under which pseudonyms somebody who comes may have been loaded: by the way by which they come first. */
export const pseudonymsOf = (study: StudyKeys, { source, id }: Person): readonly string[] =>
	[source, ANY_SOURCE].map((by) => participantIdOf(study, { id, source: by }));

export const peopleBy = (db: Database, studyId: string, participants: readonly string[]): Promise<PersonRow[]> =>
	db
		.select()
		.from(profilePeople)
		.where(and(eq(profilePeople.studyId, studyId), inArray(profilePeople.participantId, [...participants])));

export async function invitedPerson(db: Database, studyId: string, participantId: string): Promise<PersonRow | null> {
	const [row] = await db
		.select()
		.from(profilePeople)
		.where(and(isInvited(studyId), eq(profilePeople.participantId, participantId)));
	return row ?? null;
}

export const profilesBy = (db: Database, studyId: string, ids: readonly string[]): Promise<ProfileRow[]> =>
	db
		.select()
		.from(profiles)
		.where(and(eq(profiles.studyId, studyId), inArray(profiles.participantId, [...ids])));

export type FoundProfile = { readonly id: string; readonly profile: Profile };

/** What is known of whom a researcher names; null where nothing is. */
export async function findProfile(db: Database, studyId: string, pseudonym: string): Promise<FoundProfile | null> {
	const people = await peopleBy(db, studyId, [pseudonym]);
	return firstProfile(
		db,
		studyId,
		people.map(({ profileId }) => profileId),
	);
}

/** The first of these profiles that is there, with the pseudonym that it stands under. */
export async function firstProfile(
	db: Database,
	studyId: string,
	profileIds: readonly string[],
): Promise<FoundProfile | null> {
	if (profileIds.length === 0) return null;
	const rows = await profilesBy(db, studyId, [...new Set(profileIds)]);
	const row = profileIds.flatMap((id) => rows.filter(({ participantId }) => participantId === id))[0];
	return row ? { id: row.participantId, profile: profileOf(row) } : null;
}

/** The columns are ours alone: what they hold was parsed when it was loaded. */
export const profileOf = ({ attributes, profile, history }: ProfileRow): Profile => ({
	attributes: attributes as Profile["attributes"],
	profile: profile as Profile["profile"],
	history: history as readonly PastConversation[],
});

/**
 * Whose profile is asked for: everybody who was loaded. Once a single person is named by an id that a recruiter has, those whom a data
 * set alone names are no longer among them: nobody will invite them.
 */
export const isInvited = (studyId: string): SQL | undefined =>
	and(
		eq(profilePeople.studyId, studyId),
		or(
			sql`${profilePeople.source} <> ${DATA_SET}`,
			sql`not exists (select 1 from profile_people as mapped where mapped.study_id = ${studyId} and mapped.source <> ${DATA_SET})`,
		),
	);

/**
 * Why a person cannot take part under this id. Null where they can. The study's format applies to its recruiter's ids, and not to
 * ids of data sets, pilots and simulations.
 */
export function personFault({ id, source, ofDataSet }: Person, rules: IdRules): string | null {
	const isRecruited = !ofDataSet && poolOf(source) === "live";
	return idFault(id, isRecruited ? rules : { ...rules, hasFormat: ANY_FORMAT.hasFormat });
}
