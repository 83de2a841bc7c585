import { type AuditAction, recordAuditIf } from "../../access/audit.ts";
import { database } from "../../db/database.ts";
import { allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { timestamp } from "../../shared/clock.ts";
import type { Problem } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { anchorOf, standingOf, UNBLINDED } from "../allocator/allocator-standing.ts";
import { hasStatus, type StudyRecord, statusUpdate, warningInserts } from "../study-queries.ts";
import { decideMove, type Move } from "./lifecycle.ts";
import { type OpeningContext, openDraft } from "./open-study.ts";

const ACTIONS: Readonly<Record<Move, AuditAction>> = { open: "study.open", pause: "study.pause", close: "study.close" };

/** Opens, pauses or closes a study. Does nothing if it has that status already. A paused study opens again unchanged. */
export async function moveStudy(
	study: StudyRecord,
	move: Move,
	opening: OpeningContext,
): Promise<Result<null, Problem>> {
	const decided = decideMove(study.status, move);
	if (!decided.ok) return decided;
	if (decided.value.stays) return ok(null);
	if (study.status === "draft") return openDraft(study, opening);
	const { env, actor, nowMs, reason } = opening;
	const spent = move === "open" ? await opening.spentBudget(study, env) : null;
	if (spent) return err(spent);
	const db = database(env.DB);
	// Pausing does not wait for the allocator. Opening does, because without an answer the study may be unblinded.
	const isOpening = move === "open";
	const standing = await (isOpening ? allocatorOf(env.ALLOCATORS, study.id).standing() : standingOf(env, study.id));
	if (isOpening && standing?.revealedAt) return err(UNBLINDED);
	// A study that has run is not refused. The result becomes a warning.
	const measured = move === "open" ? await opening.measureModels(study, env, { acceptLateReplies: true }) : null;
	const set =
		move === "close" ? { status: decided.value.to, closedAt: timestamp(nowMs) } : { status: decided.value.to };
	const anchor = anchorOf(standing?.log ?? null);
	const detail = { ...anchor, ...(measured && { pace: measured.record }), ...(reason !== undefined && { reason }) };
	const entry = { actor, action: ACTIONS[move], studyId: study.id, detail } as const;
	const [, updated] = await db.batch([
		recordAuditIf(hasStatus(study.id, study.status), db, entry, nowMs),
		statusUpdate(db, study.id, study.status, set),
		...warningInserts(db, study.id, measured?.warnings ?? [], timestamp(nowMs)),
	]);
	if (updated.meta.changes === 0)
		return err({
			code: "study_state",
			detail: "Another call changed the study at the same time. Read it again, then repeat.",
		});
	return ok(null);
}
