import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { profilePeople } from "../../db/tables/personalisation.ts";
import { DATA_SET, isInvited, pseudonymsOf, type StudyKeys } from "./people.ts";
import { BY_PROLIFIC, type Person } from "./profile-line.ts";

type ArrivalPseudonyms = {
	/** The pseudonym for the arrival's source comes first. */
	readonly knownAs: readonly string[];
	/** The profiles of these pseudonyms, in the same order. */
	readonly profileIds: readonly string[];
	/** The same by pseudonym, without pseudonyms that have no profile. */
	readonly people: readonly { readonly participantId: string; readonly profileId: string }[];
};

/** Somebody from a source, or a simulated participant who has the profile and adapters of this pseudonym. */
export type ArrivingPerson = Person | { readonly standsFor: string };

/**
 * Pseudonyms that an arriving participant may have. A data set's ids are public, so anyone can type one, and a mapped person
 * could enrol twice. So these ids are accepted only while no person is mapped, and never by Prolific's link, whose ids its
 * reader can edit.
 */
export async function pseudonymsOfArrival(
	db: Database,
	study: StudyKeys,
	person: ArrivingPerson,
): Promise<ArrivalPseudonyms> {
	const pseudonyms = "standsFor" in person ? [person.standsFor] : pseudonymsOf(study, person);
	const byProlific = "source" in person && person.source === BY_PROLIFIC;
	const some = [...pseudonyms];
	const rows = await db
		.select({
			participantId: profilePeople.participantId,
			profileId: profilePeople.profileId,
			source: profilePeople.source,
			isInvited: sql<number>`(${isInvited(study.id)})`,
		})
		.from(profilePeople)
		.where(
			and(
				eq(profilePeople.studyId, study.id),
				or(inArray(profilePeople.participantId, some), inArray(profilePeople.profileId, some)),
			),
		);
	const rowOf = (pseudonym: string) => rows.find(({ participantId }) => participantId === pseudonym);
	const knownAs = pseudonyms.filter((pseudonym) => {
		const own = rowOf(pseudonym);
		// A pseudonym without a row is still free, or it is the id of a data set that was mapped to others.
		if (!own) return rows.every(({ profileId }) => profileId !== pseudonym);
		return own.source !== DATA_SET || (!byProlific && own.isInvited === 1);
	});
	const people = knownAs.flatMap((pseudonym) => rowOf(pseudonym) ?? []);
	return { knownAs, people, profileIds: people.map(({ profileId }) => profileId) };
}
