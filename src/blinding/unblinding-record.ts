import { recordAudit } from "../access/audit.ts";
import { randomBytes } from "../access/random.ts";
import type { Database } from "../db/database.ts";
import { unblindings } from "../db/schema.ts";
import { timestamp } from "../shared/clock.ts";
import { derivedId, newId } from "../shared/id.ts";

/** Who wants to look, at what, and why. */
export type UnblindingAct = {
	readonly studyId: string;
	/** Null: the whole study. Otherwise the emergency of one participant. */
	readonly sessionId: string | null;
	readonly reason: string;
	/** The version of the analysis plan that is in force: its number, hash or address. */
	readonly analysisPlan: string | null;
	readonly actor: string;
};

/**
 * Puts an act on record, in the log that cannot be edited and in the audit. Called before anything is opened, so that
 * whatever fails afterwards, nobody looked unrecorded. The same act upon a study once more is the act that stands: its
 * opening takes several calls. Each look at a participant is an act of its own.
 */
export async function recordUnblinding(db: Database, act: UnblindingAct, nowMs: number): Promise<string> {
	const { studyId, sessionId, reason, analysisPlan, actor } = act;
	const scope = sessionId === null ? "study" : "participant";
	const id =
		sessionId === null
			? derivedId("unblinding", studyId, actor, reason, analysisPlan ?? "")
			: newId("unblinding", randomBytes);
	const row = { id, ...act, scope, unblindedAt: timestamp(nowMs) } as const;
	const action = sessionId === null ? "study.unblind" : "session.unblind";
	const target = sessionId === null ? {} : { target: sessionId };
	const entry = { actor, action, studyId, ...target, detail: { unblinding: id }, once: id } as const;
	await db.batch([db.insert(unblindings).values(row).onConflictDoNothing(), recordAudit(db, entry, nowMs)]);
	return id;
}
