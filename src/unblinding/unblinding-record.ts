import { eq } from "drizzle-orm";
import { recordAudit } from "../access/audit.ts";
import { randomBytes } from "../crypto/random-bytes.ts";
import type { Database } from "../db/database.ts";
import { unblindings } from "../db/tables/studies.ts";
import type { Allocator } from "../randomisation/allocator/allocator-client.ts";
import { actHash } from "../randomisation/verify/recorded-unblindings.ts";
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

type Recording = {
	readonly allocator: Allocator;
	readonly nowMs: number;
	/** Whoever has one participant's arms beside that participant's labels has the key of all: the audit says who could. */
	readonly callerReadsData: boolean;
};

/**
 * Puts an act on record: in the log that cannot be edited, in the audit, and by its hash in the allocator's chain, where
 * whoever can write D1 cannot make it undone. Called before anything is opened, so that whatever fails afterwards, nobody
 * looked unrecorded. The same act upon a study once more is the act that stands: its opening takes several calls. Each look
 * at a participant is an act of its own.
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

/** As the row stands, not as this call would have written it: of a repeated act the first time counts. */
async function tieToLog(db: Database, id: string, allocator: Allocator): Promise<void> {
	const [stands] = await db.select(RECORD_COLUMNS).from(unblindings).where(eq(unblindings.id, id));
	if (!stands) throw new Error("an unblinding that is not on record");
	const { scope, session } = stands;
	await allocator.recordUnblinding({ unblinding: id, scope, session, act: actHash(stands) });
}

/** By the names of `exports/unblindings`: what is hashed is the row that anybody may have. */
export const RECORD_COLUMNS = {
	id: unblindings.id,
	scope: unblindings.scope,
	session: unblindings.sessionId,
	reason: unblindings.reason,
	analysis_plan: unblindings.analysisPlan,
	actor: unblindings.actor,
	unblinded_at: unblindings.unblindedAt,
};
