import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { profilePeople } from "../db/schema.ts";
import { DATA_SET, isInvited, pseudonymsOf, type StudyKeys } from "./people.ts";
import { BY_PROLIFIC, type Person } from "./profile-line.ts";

/**
 * Under which pseudonyms somebody who comes is known: by the way by which they come first. A data set's own ids are public, so that
 * anybody can type one, and who is known by their own id would come twice. They count while nobody was mapped, and never
 * on Prolific's link, which carries what its reader types.
 */
export async function arrivesAs(db: Database, study: StudyKeys, person: Person): Promise<readonly string[]> {
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
	return pseudonyms.filter((pseudonym) => {
		const own = rows.find(({ participantId }) => participantId === pseudonym);
		// Without a row of its own it is nobody's yet, or the id of a data set that others were mapped to.
		if (!own) return rows.every(({ profileId }) => profileId !== pseudonym);
		return own.source !== DATA_SET || (person.source !== BY_PROLIFIC && own.isInvited === 1);
	});
}
