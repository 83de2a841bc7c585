import { and, count, eq, isNull } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { sessions } from "../db/tables/sessions.ts";
import type { Allocator } from "../randomisation/allocator/allocator-client.ts";
import type { Problem } from "../shared/problem.ts";
import type { StudyRecord } from "../studies/study-queries.ts";

type RefusalDeps = { readonly allocator: Allocator; readonly turnAway: boolean };

/**
 * Why a study cannot be unblinded now, or null. Unblinding publishes the seed, and with the seed every later draw could be
 * predicted, so nobody may be randomised afterwards. A study that is unblinded already may be unsealed further.
 */
export async function unblindingRefusal(
	db: Database,
	study: StudyRecord,
	{ allocator, turnAway }: RefusalDeps,
): Promise<Problem | null> {
	if (study.unblindedAt !== null) return null;
	if (study.status !== "closed") return notClosed(study);
	if (turnAway) return null;
	const [begun, lapsed] = await Promise.all([beforeRandomisation(db, study), allocator.lapsed()]);
	return begun + lapsed === 0 ? null : stillWaiting(begun + lapsed, study);
}

const notClosed = ({ status, slug }: StudyRecord): Problem => ({
	code: "study_state",
	detail: `The study is ${status}, so people can still be randomised. Close it first (POST /v1/studies/${slug}/close). In an emergency, unblind one participant with the scope participant.`,
});

/** Sessions that are not randomised yet. They may go on in a closed study. */
async function beforeRandomisation(db: Database, { id }: StudyRecord): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(sessions)
		.where(and(eq(sessions.studyId, id), eq(sessions.status, "active"), isNull(sessions.randomisedAt)));
	return row?.n ?? 0;
}

const stillWaiting = (sessions: number, { protocol }: StudyRecord): Problem => ({
	code: "study_state",
	detail: `${sessions} of the study's sessions can still be randomised. Each expires ${protocol.recruitment.expiresAfter} after its start. Wait for them, or send "turnAway": true to end them as \`full\`.`,
});
