import { eq } from "drizzle-orm";
import { recorded, type SessionId } from "../access/session/session-id.ts";
import { type Database, database } from "../db/database.ts";
import { participantIdentities } from "../db/tables/participants.ts";
import { sessions } from "../db/tables/sessions.ts";
import type { Env } from "../env.ts";
import {
	type ArrivalPseudonyms,
	loadedPeople,
	pseudonymsOfArrival,
} from "../personalisation/profiles/known-pseudonyms.ts";
import { pseudonymsOf, type StudyKeys } from "../personalisation/profiles/people.ts";
import type { SessionArrival } from "../session/domain/session-arrival.ts";
import type { Arrival } from "./arrival.ts";

/** A session with a row in D1. `reference` has the recruiter's ids from its start. It is null after erasure. */
export type KnownSession = {
	readonly id: SessionId;
	readonly reference: Readonly<Record<string, unknown>> | null;
};

type Person = Pick<Arrival, "source" | "externalId">;

export type FoundArrival = {
	readonly known: KnownSession | null;
	readonly pseudonyms: ArrivalPseudonyms;
};

/**
 * What D1 has of an arriving participant, in one request, because they wait for it. D1 lags behind the session. This matters only
 * to participants who began just before the study was paused.
 */
export async function findArrival(
	env: Env,
	study: StudyKeys,
	participant: string,
	person: Person,
): Promise<FoundArrival> {
	const db = database(env.DB);
	const pseudonyms = pseudonymsOfPerson(study, person);
	return arrivalOf(person, pseudonyms, await db.batch(arrivalQueries(db, study.id, participant, pseudonyms)));
}

export const pseudonymsOfPerson = (study: StudyKeys, { source, externalId }: Person) =>
	pseudonymsOf(study, { source, id: externalId });

/** For one request together with other queries. */
export const arrivalQueries = (db: Database, studyId: string, participant: string, pseudonyms: readonly string[]) =>
	[
		db
			.select({ id: sessions.id, reference: participantIdentities.reference })
			.from(sessions)
			.leftJoin(participantIdentities, eq(participantIdentities.participantId, sessions.participantId))
			.where(eq(sessions.participantId, participant)),
		loadedPeople(db, studyId, pseudonyms),
	] as const;

type ArrivalQueries = ReturnType<typeof arrivalQueries>;
type ArrivalRows = readonly [Awaited<ArrivalQueries[0]>, Awaited<ArrivalQueries[1]>];

/** From the rows that `arrivalQueries` found. */
export function arrivalOf(person: Person, pseudonyms: readonly string[], [[row], people]: ArrivalRows): FoundArrival {
	const known = row ? { id: recorded(row.id), reference: row.reference as KnownSession["reference"] } : null;
	return { known, pseudonyms: pseudonymsOfArrival(person, pseudonyms, people) };
}

/**
 * Whether to let the session's object check the visitor. Other visitors are refused without waking it, so that a refusal takes
 * the same time for a participant's id as for an unknown id.
 */
export function mayBeTheirs(known: KnownSession | null, { proof, token, reference }: SessionArrival): boolean {
	// A cookie with this name exists only if the session does, even if D1 has no row yet.
	if (token !== null) return true;
	if (!known || proof.kind === "none") return false;
	return (
		proof.kind === "vouched" || (reference.session !== undefined && known.reference?.session === reference.session)
	);
}
