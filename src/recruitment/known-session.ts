import { eq } from "drizzle-orm";
import { recorded, type SessionId } from "../access/session-id.ts";
import { database } from "../db/database.ts";
import { participantIdentities, sessions } from "../db/tables/sessions.ts";
import type { Env } from "../env.ts";
import type { Arriving } from "../session/arriving.ts";

/** A session that D1 has a row of, with what the recruiter sent along at its start: null once it is erased. */
export type KnownSession = {
	readonly id: SessionId;
	readonly reference: Readonly<Record<string, unknown>> | null;
};

/** D1 may be a moment behind the session. That matters only to somebody who arrived in the moment in which the study was paused. */
export async function knownSession(env: Env, participant: string): Promise<KnownSession | null> {
	const [row] = await database(env.DB)
		.select({ id: sessions.id, reference: participantIdentities.reference })
		.from(sessions)
		.leftJoin(participantIdentities, eq(participantIdentities.participantId, sessions.participantId))
		.where(eq(sessions.participantId, participant));
	return row ? { id: recorded(row.id), reference: row.reference as KnownSession["reference"] } : null;
}

/**
 * Whether it is worth asking the session. The session decides; this keeps strangers from it, so that a refusal takes the same
 * time for a participant's id as for an unknown one.
 */
export function mayBeTheirs(known: KnownSession | null, { proof, token, reference }: Arriving): boolean {
	// Nobody has a cookie of this name without the session, whether D1 knows of it yet or not.
	if (token !== null) return true;
	if (!known || proof.kind === "none") return false;
	return (
		proof.kind === "vouched" || (reference.session !== undefined && known.reference?.session === reference.session)
	);
}
