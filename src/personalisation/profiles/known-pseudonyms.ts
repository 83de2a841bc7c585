import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { profilePeople } from "../../db/tables/personalisation.ts";
import { DATA_SET, isInvited, pseudonymsOfParticipant } from "./people.ts";
import { BY_PROLIFIC, type Person } from "./profile-line.ts";

/** Pseudonyms that an arriving participant may have. */
export type ArrivalPseudonyms = {
	/** The pseudonym for the arrival's source comes first. */
	readonly knownAs: readonly string[];
	/** The profiles of these pseudonyms, in the same order. */
	readonly profileIds: readonly string[];
	/** The same by pseudonym, without pseudonyms that have no profile. */
	readonly people: readonly { readonly participantId: string; readonly profileId: string }[];
};

/** The rows of people who were loaded under these pseudonyms, or with their profiles. */
export const loadedPeople = (db: Database, studyId: string, pseudonyms: readonly string[]) =>
	db
		.select({
			participantId: profilePeople.participantId,
			profileId: profilePeople.profileId,
			source: profilePeople.source,
			isInvited: sql<number>`(${isInvited(studyId)})`,
		})
		.from(profilePeople)
		.where(
			and(
				eq(profilePeople.studyId, studyId),
				or(inArray(profilePeople.participantId, [...pseudonyms]), inArray(profilePeople.profileId, [...pseudonyms])),
			),
		);

type LoadedPeople = Awaited<ReturnType<typeof loadedPeople>>;

/** For a simulated participant who has the profile and adapters of this pseudonym. */
export async function pseudonymsOfTwin(db: Database, studyId: string, standsFor: string): Promise<ArrivalPseudonyms> {
	const pseudonyms = await pseudonymsOfParticipant(db, studyId, standsFor);
	return knownPseudonyms(pseudonyms, await loadedPeople(db, studyId, pseudonyms), { byProlific: false });
}

/** For a person who arrives from a source. `pseudonyms`: `pseudonymsOf`. */
export const pseudonymsOfArrival = (
	{ source }: Pick<Person, "source">,
	pseudonyms: readonly string[],
	rows: LoadedPeople,
): ArrivalPseudonyms => knownPseudonyms(pseudonyms, rows, { byProlific: source === BY_PROLIFIC });

/**
 * A data set's ids are public, so anyone can type one, and a mapped person could enrol twice. So these ids are accepted only
 * while no person is mapped, and never by Prolific's link, whose ids its reader can edit.
 */
function knownPseudonyms(
	pseudonyms: readonly string[],
	rows: LoadedPeople,
	{ byProlific }: { readonly byProlific: boolean },
): ArrivalPseudonyms {
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
