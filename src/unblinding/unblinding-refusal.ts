import { and, count, eq, isNull } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { sessions } from "../db/tables/sessions.ts";
import type { Allocator } from "../randomisation/allocator/allocator-client.ts";
import type { Problem } from "../shared/problem.ts";
import type { StudyRecord } from "../studies/study-queries.ts";

type Asked = { readonly allocator: Allocator; readonly turnAway: boolean };

/**
 * Why a study cannot be unblinded now, null where it can. Unblinding publishes the seed, and with the seed every later draw could be foretold:
 * so nobody may come to randomisation any more. A study that was unblinded already goes on being opened.
 */
export async function unblindingRefusal(
	db: Database,
	study: StudyRecord,
	{ allocator, turnAway }: Asked,
): Promise<Problem | null> {
	if (study.unblindedAt !== null) return null;
	if (study.status !== "closed") return notClosed(study);
	if (turnAway) return null;
	const [begun, lapsed] = await Promise.all([beforeRandomisation(db, study), allocator.lapsed()]);
	return begun + lapsed === 0 ? null : stillWaiting(begun + lapsed, study);
}

const notClosed = ({ status, slug }: StudyRecord): Problem => ({
	code: "study_state",
	detail: `The study is ${status}, and people can still be randomised. Close it first (POST /v1/studies/${slug}/close). In an emergency, unblind one participant with the scope participant.`,
});

/** Who has begun and is not randomised yet: a closed study lets them go on. */
async function beforeRandomisation(db: Database, { id }: StudyRecord): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(sessions)
		.where(and(eq(sessions.studyId, id), eq(sessions.status, "active"), isNull(sessions.randomisedAt)));
	return row?.n ?? 0;
}

const stillWaiting = (sessions: number, { protocol }: StudyRecord): Problem => ({
	code: "study_state",
	detail: `${sessions} of the study's sessions have begun and can still be randomised. Each expires ${protocol.recruitment.expiresAfter} after it began. Wait for them, or send "turnAway": true: then they end as \`full\`.`,
});
