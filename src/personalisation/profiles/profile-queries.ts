import { and, asc, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "../../db/database.ts";
import { overwriteAndDelete } from "../../db/overwrite.ts";
import { adapters, profilePeople, profiles } from "../../db/tables/personalisation.ts";
import { sessions } from "../../db/tables/sessions.ts";
import type { ArmInput } from "../../randomisation/allocator/allocator-client.ts";
import { ownInput, personInput, profileInput } from "../arms/arm-inputs.ts";
import { simulationErasures } from "./simulation-erasures.ts";

export async function countProfiles(db: Database, studyId: string): Promise<number> {
	const [row] = await db.select({ n: sql<number>`count(*)` }).from(profiles).where(eq(profiles.studyId, studyId));
	return row?.n ?? 0;
}

/** A page of profiles by pseudonym, without their contents: this list only shows who has a profile. */
export const profilePage = (db: Database, studyId: string, after: string, limit: number) =>
	db
		.select({
			participant: profiles.participantId,
			conversations: sql<number>`json_array_length(${profiles.history})`,
			adapter: sql<"missing" | "ready" | "failed" | null>`(${statusOfAdapter(db)})`,
			dataHash: profiles.dataHash,
			loadedAt: profiles.loadedAt,
		})
		.from(profiles)
		.where(and(eq(profiles.studyId, studyId), gt(profiles.participantId, after)))
		.orderBy(asc(profiles.participantId))
		.limit(limit);

/** A ready adapter wins over others, because it is the one that would be served. */
const statusOfAdapter = (db: Database) =>
	db
		.select({ status: adapters.status })
		.from(adapters)
		.where(
			and(
				eq(adapters.studyId, profiles.studyId),
				sql`${adapters.participantId} in (select ${profiles.participantId} union select ${profilePeople.participantId} from ${profilePeople} where ${profilePeople.studyId} = ${profiles.studyId} and ${profilePeople.profileId} = ${profiles.participantId})`,
			),
		)
		.orderBy(sql`${adapters.status} = 'ready' desc`, sql`${adapters.createdAt} desc`)
		.limit(1);

const idsOf = (db: Database, studyId: string, profileId: string) =>
	db
		.select({ id: profilePeople.participantId })
		.from(profilePeople)
		.where(and(eq(profilePeople.studyId, studyId), eq(profilePeople.profileId, profileId)));

/** Pseudonyms in the sessions of this profile's person. They differ from the profile's own if it was loaded without a source. */
const inSessions = (db: Database, studyId: string, profileId: string) =>
	db
		.select({ id: sessions.participantId })
		.from(sessions)
		.where(and(eq(sessions.studyId, studyId), eq(sessions.profileId, profileId)));

/** Every pseudonym of a person with a profile. */
export async function pseudonymsOfPerson(db: Database, studyId: string, profileId: string): Promise<string[]> {
	const ids = [...(await idsOf(db, studyId, profileId)), ...(await inSessions(db, studyId, profileId))];
	return [...new Set([profileId, ...ids.map(({ id }) => id)])];
}

/** The inputs of a person whose profile is about to be deleted: all empty. */
export async function inputsOfPerson(db: Database, studyId: string, profileId: string): Promise<ArmInput[]> {
	return [
		profileInput(profileId, null),
		...(await pseudonymsOfPerson(db, studyId, profileId)).flatMap((id) => [personInput(id, null), ownInput(id, [])]),
	];
}

/** The deletes that remove a person: their profile, their adapters, and every id that leads to them. */
export function profileDeletes(db: Database, studyId: string, profileId: string): BatchItem<"sqlite">[] {
	const areTheirs = or(
		eq(adapters.participantId, profileId),
		inArray(adapters.participantId, idsOf(db, studyId, profileId)),
	);
	return [
		...simulationErasures(
			db,
			(twin) =>
				sql`(${twin} = ${profileId} or ${twin} in ${idsOf(db, studyId, profileId)} or ${twin} in ${inSessions(db, studyId, profileId)})`,
		),
		...overwriteAndDelete(db, adapters, and(eq(adapters.studyId, studyId), areTheirs)),
		...overwriteAndDelete(db, profiles, and(eq(profiles.studyId, studyId), eq(profiles.participantId, profileId))),
		...overwriteAndDelete(
			db,
			profilePeople,
			and(eq(profilePeople.studyId, studyId), eq(profilePeople.profileId, profileId)),
		),
	];
}
