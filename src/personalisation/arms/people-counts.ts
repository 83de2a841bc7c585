import { and, count, countDistinct, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { adapters, profilePeople, profiles } from "../../db/tables/personalisation.ts";
import { isInvited } from "../profiles/people.ts";

export const isOfInvited = (id: string): SQL | undefined =>
	and(
		eq(profiles.studyId, id),
		sql`${profiles.participantId} in (select ${profilePeople.profileId} from ${profilePeople} where ${isInvited(id)})`,
	);

export const isOwn = (id: string): SQL | undefined => and(eq(adapters.studyId, id), isNotNull(adapters.participantId));

export async function countInvited(db: Database, id: string): Promise<number> {
	const [row] = await db
		.select({ n: countDistinct(profiles.participantId) })
		.from(profiles)
		.where(isOfInvited(id));
	return row?.n ?? 0;
}

/** Invited people with an adapter of their own in the registry, or only those for whom one can be served. */
export async function countWithAdapter(db: Database, id: string, { ready = false } = {}): Promise<number> {
	const isServed = ready ? eq(adapters.status, "ready") : undefined;
	const registered = db
		.select({ profileId: profilePeople.profileId })
		.from(profilePeople)
		.innerJoin(
			adapters,
			and(
				isOwn(id),
				isServed,
				sql`${adapters.participantId} in (${profilePeople.participantId}, ${profilePeople.profileId})`,
			),
		)
		.where(eq(profilePeople.studyId, id));
	const [row] = await db
		.select({ n: countDistinct(profiles.participantId) })
		.from(profiles)
		.where(and(isOfInvited(id), inArray(profiles.participantId, registered)));
	return row?.n ?? 0;
}

/** How many of these shared adapters can be served. */
export async function countReadyShared(db: Database, id: string, names: readonly string[]): Promise<number> {
	if (names.length === 0) return 0;
	const [row] = await db
		.select({ n: count() })
		.from(adapters)
		.where(
			and(
				eq(adapters.studyId, id),
				isNull(adapters.participantId),
				eq(adapters.status, "ready"),
				inArray(adapters.name, [...names]),
			),
		);
	return row?.n ?? 0;
}
