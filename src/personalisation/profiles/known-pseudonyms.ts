import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { profilePeople } from "../../db/tables/personalisation.ts";
import { DATA_SET, isInvited, pseudonymsOf, type StudyKeys } from "./people.ts";
import { BY_PROLIFIC, type Person } from "./profile-line.ts";

type ArrivesAs = {
	/** By the way by which they come first. */
	readonly knownAs: readonly string[];
	/** Whose profile theirs may be, in the same order. */
	readonly profileIds: readonly string[];
	/** The same by pseudonym, without those that lead to no profile. */
	readonly people: readonly { readonly participantId: string; readonly profileId: string }[];
};

/**
 * Under which pseudonyms somebody who comes is known. A data set's own ids are public, so that anybody can type one, and who is mapped
 * would come twice. They count while nobody is mapped, and never on Prolific's link, which carries what its reader types.
 */
export async function arrivesAs(db: Database, study: StudyKeys, person: Person): Promise<ArrivesAs> {
	const pseudonyms = pseudonymsOf(study, person);
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
		// Without a row of its own it is nobody's yet, or the id of a data set that others were mapped to.
		if (!own) return rows.every(({ profileId }) => profileId !== pseudonym);
		return own.source !== DATA_SET || (person.source !== BY_PROLIFIC && own.isInvited === 1);
	});
	const people = knownAs.flatMap((pseudonym) => rowOf(pseudonym) ?? []);
	return { knownAs, people, profileIds: people.map(({ profileId }) => profileId) };
}
