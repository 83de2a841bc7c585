import { eq } from "drizzle-orm";
import { recorded, type SessionId } from "../access/session/session-id.ts";
import { database } from "../db/database.ts";
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
	person: Pick<Arrival, "source" | "externalId">,
): Promise<FoundArrival> {
	const db = database(env.DB);
	const pseudonyms = pseudonymsOf(study, { source: person.source, id: person.externalId });
	const [[row], people] = await db.batch([
		db
			.select({ id: sessions.id, reference: participantIdentities.reference })
			.from(sessions)
			.leftJoin(participantIdentities, eq(participantIdentities.participantId, sessions.participantId))
			.where(eq(sessions.participantId, participant)),
		loadedPeople(db, study.id, pseudonyms),
	]);
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
