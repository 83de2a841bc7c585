import { eq } from "drizzle-orm";
import { recordAudit } from "../access/audit.ts";
import { randomBytes } from "../crypto/random-bytes.ts";
import type { Database } from "../db/database.ts";
import { unblindings } from "../db/tables/studies.ts";
import type { Allocator } from "../randomisation/allocator/allocator-client.ts";
import { actHash } from "../randomisation/verify/recorded-unblindings.ts";
import { timestamp } from "../shared/clock.ts";
import { derivedId, newId } from "../shared/id.ts";

/** Who unblinds what, and why. */
export type UnblindingAct = {
	readonly studyId: string;
	/** Null for the whole study, otherwise the emergency of one participant. */
	readonly sessionId: string | null;
	readonly reason: string;
	/** The version of the current analysis plan: its number, hash or address. */
	readonly analysisPlan: string | null;
	readonly actor: string;
};

type Recording = {
	readonly allocator: Allocator;
	readonly nowMs: number;
	/** Whether the caller can read labels. Together with one participant's arms they give the whole arm key, so the audit records it. */
	readonly callerReadsData: boolean;
};

/**
 * Records an act in the log that cannot be edited, in the audit, and by its hash in the allocation log, where nobody who
 * can write to D1 can remove it. Called before anything is unsealed, so that nobody looks without a record. Repeating the
 * same act on a study keeps the first record, because unsealing takes several calls. Each look at a participant is an act of
 * its own.
 */
export async function recordUnblinding(
	db: Database,
	act: UnblindingAct,
	{ allocator, nowMs, callerReadsData }: Recording,
): Promise<string> {
	const { studyId, sessionId, reason, analysisPlan, actor } = act;
	const scope = sessionId === null ? "study" : "participant";
	const id =
		sessionId === null
			? derivedId("unblinding", studyId, actor, reason, analysisPlan ?? "")
			: newId("unblinding", randomBytes);
	const row = { id, ...act, scope, unblindedAt: timestamp(nowMs) } as const;
	const action = sessionId === null ? "study.unblind" : "session.unblind";
	const target = sessionId === null ? {} : { target: sessionId };
	const { head, lines } = await allocator.commitment();
	const detail = { unblinding: id, head, lines, callerReadsData };
	const entry = { actor, action, studyId, ...target, detail, once: id } as const;
	await db.batch([db.insert(unblindings).values(row).onConflictDoNothing(), recordAudit(db, entry, nowMs)]);
	await tieToLog(db, id, allocator);
	return id;
}

/** Uses the stored row and not this call's, because a repeated act keeps its first time. */
async function tieToLog(db: Database, id: string, allocator: Allocator): Promise<void> {
	const [recorded] = await db.select(RECORD_COLUMNS).from(unblindings).where(eq(unblindings.id, id));
	if (!recorded) throw new Error("the unblinding is not recorded");
	const { scope, session } = recorded;
	await allocator.recordUnblinding({ unblinding: id, scope, session, act: actHash(recorded) });
}

/** The column names of `exports/unblindings`. The hash is over the exported row, so that anybody can check it. */
export const RECORD_COLUMNS = {
	id: unblindings.id,
	scope: unblindings.scope,
	session: unblindings.sessionId,
	reason: unblindings.reason,
	analysis_plan: unblindings.analysisPlan,
	actor: unblindings.actor,
	unblinded_at: unblindings.unblindedAt,
};
