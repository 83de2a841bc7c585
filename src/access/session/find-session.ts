import { eq } from "drizzle-orm";
import { keysFor } from "../../crypto/secrets.ts";
import { database } from "../../db/database.ts";
import { sessions } from "../../db/tables/sessions.ts";
import type { Env } from "../../env.ts";
import { ProblemError } from "../../shared/problem.ts";
import { isIssued, recorded, SESSION_ID, type SessionId } from "./session-id.ts";

/**
 * The session that somebody names, before its object is woken: an object wakes for every name that it is asked by, and a made-up
 * one would cost as much as a participant. An id with our MAC is a session's. Another one, from before MACs or under a secret that was
 * replaced, has to be in D1. Null: there is no such session.
 */
export async function findSession(env: Env, id: string): Promise<SessionId | null> {
	if (!SESSION_ID.test(id)) return null;
	// Without a secret new ids have no MAC, and D1 does not have them yet.
	const unprotected = keysFor(env, "session ids").length === 0;
	return unprotected || isIssued(id, env) || (await isRecorded(env, id)) ? recorded(id) : null;
}

export async function requireSession(env: Env, id: string): Promise<SessionId> {
	const session = await findSession(env, id);
	if (!session)
		throw new ProblemError({ code: "not_found", detail: "There is no such session for these credentials." });
	return session;
}

/** What was found once is there for good. Bounded, for a Worker that lives long. */
const found = new Set<string>();
const MOST_FOUND = 10_000;

async function isRecorded(env: Env, id: string): Promise<boolean> {
	if (found.has(id)) return true;
	const isThere = await rowOf(env, id);
	if (isThere && found.size >= MOST_FOUND) found.clear();
	if (isThere) found.add(id);
	return isThere;
}

/** Participants must not notice that D1 is down: then the object is asked. */
async function rowOf(env: Env, id: string): Promise<boolean> {
	try {
		const rows = await database(env.DB).select({ id: sessions.id }).from(sessions).where(eq(sessions.id, id));
		return rows.length > 0;
	} catch {
		return true;
	}
}
