import { eq } from "drizzle-orm";
import { database } from "../db/database.ts";
import { participantIdentities, sessions } from "../db/tables/sessions.ts";
import type { Env } from "../env.ts";
import type { Arriving } from "../session/client.ts";

/** A session that D1 has a row of, with what the recruiter sent along at its start: null once it is erased. */
export type KnownSession = { readonly reference: Readonly<Record<string, unknown>> | null };

/** D1 may be a moment behind the session. That matters only to somebody who arrived in the moment in which the study was paused. */
export async function knownSession(env: Env, session: string): Promise<KnownSession | null> {
	const [row] = await database(env.DB)
		.select({ reference: participantIdentities.reference })
		.from(sessions)
		.leftJoin(participantIdentities, eq(participantIdentities.participantId, sessions.participantId))
		.where(eq(sessions.id, session));
	return row ? { reference: row.reference as KnownSession["reference"] } : null;
}

/**
 * Whether it is worth asking the session. The session decides; this keeps strangers from it, so that a refusal takes the same
 * time for a participant's id as for an unknown one.
 */
export const mayBeTheirs = ({ reference }: KnownSession, arriving: Arriving): boolean =>
	arriving.vouched ||
	arriving.token !== null ||
	(arriving.reference.session !== undefined && reference?.session === arriving.reference.session);
