import { eq } from "drizzle-orm";
import { sealCipherOf } from "../crypto/cipher.ts";
import { type Database, database } from "../db/database.ts";
import { sessions } from "../db/tables/sessions.ts";
import type { Env } from "../env.ts";
import { type Allocator, allocatorOf } from "../randomisation/allocator/allocator-client.ts";
import { rebuildSessions } from "../session/rebuild-routes.ts";
import type { Problem } from "../shared/problem.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { armKeyOf, type StudyRecord } from "../studies/study-queries.ts";
import { armsOfParticipant } from "./emergency-unblinding.ts";
import type { UnblindingView } from "./unblind-schema.ts";
import { recordUnblinding } from "./unblinding-record.ts";
import { unblindingRefusal } from "./unblinding-refusal.ts";
import { unsealStudy } from "./unseal-study.ts";

export type Unblind = {
	readonly reason: string;
	readonly analysisPlan: string | null;
	/** Null for the whole study. */
	readonly session: string | null;
	/** For a whole study: unblind although some sessions are not randomised yet. */
	readonly turnAway: boolean;
};

type Caller = {
	readonly env: Env;
	readonly actor: string;
	readonly scopes: readonly string[];
	readonly nowMs: number;
};

/** Records the act before it unseals anything, so that nobody looks without a record, whatever fails. */
export async function unblind(
	study: StudyRecord,
	{ reason, analysisPlan, session, turnAway }: Unblind,
	caller: Caller,
): Promise<Result<UnblindingView, Problem>> {
	const { env, actor, scopes, nowMs } = caller;
	const db = database(env.DB);
	const allocator = allocatorOf(env.ALLOCATORS, study.id);
	const act = { studyId: study.id, sessionId: session, reason, analysisPlan, actor };
	const recording = { allocator, nowMs, callerReadsData: readsData(scopes) };
	if (session === null) {
		const refusal = await unblindingRefusal(db, study, { allocator, turnAway });
		if (refusal) return err(refusal);
		const unblinding = await recordUnblinding(db, act, recording);
		const { truncated, ...unsealed } = await unsealStudy(db, study.id, allocator, sealCipherOf(env));
		await rebuildSessions(env, truncated);
		const arms = await armKeyOf(db, study.id);
		return ok({
			unblinding,
			scope: "study",
			arms,
			participant: null,
			opened: unsealed,
			warnings: warningsOf(study, unsealed.complete),
		});
	}
	if (!(await isRandomised(db, allocator, session))) return err(NOT_RANDOMISED);
	const unblinding = await recordUnblinding(db, act, recording);
	const participant = await armsOfParticipant(allocator, session, sealCipherOf(env));
	if (!participant) return err(NOT_RANDOMISED);
	const warnings = couldReadLabels(study, scopes) ? [READS_LABELS] : [];
	return ok({ unblinding, scope: "participant", arms: null, participant, opened: null, warnings });
}

/**
 * Asks the allocator, because in an emergency the participant's rows may not be in D1 yet. The allocator never forgets an
 * allocation, so D1 says whether the participant was erased since.
 */
async function isRandomised(db: Database, allocator: Allocator, session: string): Promise<boolean> {
	if (!(await allocator.recall(session))) return false;
	const [row] = await db.select({ source: sessions.source }).from(sessions).where(eq(sessions.id, session));
	return row?.source !== "erased";
}

const NOT_RANDOMISED: Problem = { code: "not_found", detail: "No session of this study with this id was randomised." };

const NOT_COMPLETE =
	"More rows are sealed than one call opens. Repeat the call with the same body until `opened.complete` is true.";
const WAS_SINGLE = "The study is single blind, so its researchers knew the arms from the start. Only the seed is new.";
const READS_LABELS =
	"This key can also read the study's data, where arms have labels, or can create a key that does. With this response its holder is no longer blind. The audit records it.";

const warningsOf = (study: StudyRecord, complete: boolean): string[] => [
	...(study.protocol.blinding.level === "single" ? [WAS_SINGLE] : []),
	...(complete ? [] : [NOT_COMPLETE]),
];

/** One participant's labels together with their arms give the whole arm key. */
const couldReadLabels = (study: StudyRecord, scopes: readonly string[]): boolean =>
	study.protocol.blinding.level === "double" && study.unblindedAt === null && readsData(scopes);

/** Or can create a key that does. */
const readsData = (scopes: readonly string[]): boolean =>
	scopes.some((scope) => scope === "data:read" || scope === "studies:read" || scope === "admin");
