import type { Env } from "../../env.ts";
import type { Problem } from "../../shared/problem.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { ledgerOf } from "./usage-ledger-client.ts";

const SPENT: Problem = {
	code: "study_state",
	detail: "The study's budget is spent. Raise it by PATCH /v1/studies/{study}/settings, then open the study again.",
};

/** Why a paused study cannot open again: its budget is spent. Null if it is not spent. */
export async function spentBudget(study: StudyRecord, env: Env): Promise<Problem | null> {
	if (!study.protocol.limits.study) return null;
	const state = await ledgerOf(env.USAGE, study.id).budget();
	return state?.spentAtMs ? SPENT : null;
}
