import { eq } from "drizzle-orm";
import { keysFor } from "../../crypto/secrets.ts";
import { database } from "../../db/database.ts";
import { sessions } from "../../db/tables/sessions.ts";
import type { Env } from "../../env.ts";
import { ProblemError } from "../../shared/problem.ts";
import { isIssued, recorded, SESSION_ID, type SessionId } from "./session-id.ts";

/**
 * Checks that a session exists before waking its Durable Object, because waking one for an invented id costs as much as for a
 * participant. An id with a valid MAC exists. Other ids, from before MACs or under a replaced secret, must be in D1. Null if
 * there is no such session.
 */
export async function findSession(env: Env, id: string): Promise<SessionId | null> {
	if (!SESSION_ID.test(id)) return null;
	// Without a secret, new ids have no MAC and may not be in D1 yet.
	const unprotected = keysFor(env, "session ids").length === 0;
	return unprotected || isIssued(id, env) || (await isRecorded(env, id)) ? recorded(id) : null;
}

export async function requireSession(env: Env, id: string): Promise<SessionId> {
	const session = await findSession(env, id);
	if (!session)
		throw new ProblemError({ code: "not_found", detail: "There is no such session for these credentials." });
	return session;
}

/** A cache, because sessions are never removed. It is bounded, because an isolate may live long. */
const found = new Set<string>();
const MOST_FOUND = 10_000;

async function isRecorded(env: Env, id: string): Promise<boolean> {
	if (found.has(id)) return true;
	const exists = await hasRow(env, id);
	if (exists && found.size >= MOST_FOUND) found.clear();
	if (exists) found.add(id);
	return exists;
}

/** True also if D1 is down: then the session's object decides, so that participants can continue. */
async function hasRow(env: Env, id: string): Promise<boolean> {
	try {
		const rows = await database(env.DB).select({ id: sessions.id }).from(sessions).where(eq(sessions.id, id));
		return rows.length > 0;
	} catch {
		return true;
	}
}
