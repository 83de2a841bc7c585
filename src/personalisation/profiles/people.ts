import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { ANY_FORMAT, type IdRules, idFault } from "../../access/participant-id/participant-id.ts";
import { pseudonymOf } from "../../access/participant-id/pseudonym.ts";
import type { Database } from "../../db/database.ts";
import { profilePeople, profiles } from "../../db/tables/personalisation.ts";
import { sessions } from "../../db/tables/sessions.ts";
import { poolOf } from "../../randomisation/draw/pool.ts";
import { isId } from "../../shared/id.ts";
import type { PastConversation } from "./history.ts";
import type { Profile } from "./profile.ts";
import { ANY_SOURCE, type Person } from "./profile-line.ts";

/** `openKey`: see `withOpenKey`. */
export type StudyKeys = { readonly id: string; readonly openKey: string };
export type PersonRow = typeof profilePeople.$inferSelect;
export type ProfileRow = typeof profiles.$inferSelect;

/** The source of people who are known only by the id of a data set. */
export const DATA_SET = "prism";

/** D1 takes 100 parameters in a statement. */
export const IDS_PER_STATEMENT = 90;

/** The pseudonym of a session of this person from this source; `*` is a source like any other. */
export const participantIdOf = ({ openKey }: StudyKeys, { source, id }: Person): string =>
	pseudonymOf(openKey, source, id).participant;

/** The person of a row in `profile_people`. */
export const loadedPerson = (id: string, source: string): Person =>
	source === DATA_SET ? { id, source: ANY_SOURCE, ofDataSet: true } : { id, source };

/** A participant in a researcher's words: a pseudonym, or the id under which they were loaded. */
export const participantNamed = (study: StudyKeys, name: string, source: string = ANY_SOURCE): string =>
	isId("participant", name) ? name : participantIdOf(study, { id: name, source });

/** The pseudonyms under which an arriving person may have been loaded; the one of their source comes first. */
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

/**
 * A participant's pseudonym, and that of their profile. They differ if the profile was loaded without a source.
 */
export async function pseudonymsOfParticipant(
	db: Database,
	studyId: string,
	participant: string,
): Promise<readonly string[]> {
	const rows = await db
		.select({ profileId: sessions.profileId })
		.from(sessions)
		.where(and(eq(sessions.participantId, participant), eq(sessions.studyId, studyId)));
	return [...new Set([participant, ...rows.flatMap(({ profileId }) => profileId ?? [])])];
}

/** The profile of a participant whom a researcher names; null if there is none. */
export async function findProfile(db: Database, studyId: string, pseudonym: string): Promise<FoundProfile | null> {
	const people = await peopleBy(db, studyId, await pseudonymsOfParticipant(db, studyId, pseudonym));
	return firstProfile(
		db,
		studyId,
		people.map(({ profileId }) => profileId),
	);
}

/** The first of these profiles that exists, with its pseudonym. */
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

/** The casts are safe: these columns were validated when they were loaded. */
export const profileOf = ({ attributes, profile, history }: ProfileRow): Profile => ({
	attributes: attributes as Profile["attributes"],
	profile: profile as Profile["profile"],
	history: history as readonly PastConversation[],
});

/**
 * People who are invited: everyone who was loaded. As soon as one person has a recruiter's id, people with only a data set's id
 * do not count, because they cannot be invited.
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
 * Why a person cannot take part under this id; null if they can. The study's id format applies only to its recruiter's ids, not
 * to ids of data sets, pilots and simulations.
 */
export function personFault({ id, source, ofDataSet }: Person, rules: IdRules): string | null {
	const isRecruited = !ofDataSet && poolOf(source) === "live";
	return idFault(id, isRecruited ? rules : { ...rules, hasFormat: ANY_FORMAT.hasFormat });
}
