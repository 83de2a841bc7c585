import { recordAuditIf } from "../../access/audit.ts";
import type { Database } from "../../db/database.ts";
import type { Budget } from "../../protocol/schema/budget.ts";
import { timestamp } from "../../shared/clock.ts";
import { log } from "../../shared/log.ts";
import { hasStatus, statusUpdate, warningInserts } from "../../studies/study-queries.ts";

const MEANS =
	"The study's budget is spent, so it takes no new participants. Running sessions can finish. Raise the budget by PATCH /settings, then open the study again.";

/** Pauses an open study whose budget is spent, with a warning on record. Idempotent. Reveals neither the amount nor the arm. */
export async function pauseStudy(
	db: Database,
	studyId: string,
	{ budget, spentAtMs }: { readonly budget: Budget; readonly spentAtMs: number },
): Promise<void> {
	const numbers = {
		...(budget.tokens !== undefined && { tokens: budget.tokens }),
		...(budget.cost !== undefined && { cost: budget.cost }),
	};
	const detail = { ...numbers, pointer: "/limits/study", means: MEANS };
	const entry = {
		actor: "system",
		action: "study.pause",
		studyId,
		detail: { reason: "budget", budget: { ...numbers, ...(budget.currency && { currency: budget.currency }) } },
	} as const;
	const [, paused] = await db.batch([
		recordAuditIf(hasStatus(studyId, "open"), db, entry, spentAtMs),
		statusUpdate(db, studyId, "open", { status: "paused" }),
		...warningInserts(db, studyId, [{ kind: "budget_spent", detail }], timestamp(spentAtMs)),
	]);
	if (paused.meta.changes === 0) return;
	log("budget_spent", { study: studyId });
}
