import type { UsageLedger } from "../../models/usage/client.ts";
import { meetsEveryArm } from "../../models/usage/totals.ts";
import { ENDS } from "../domain/ending-events.ts";
import type { SessionEvent } from "../domain/events.ts";
import { countedOf } from "../domain/session-budget.ts";
import type { SessionState, Study } from "../domain/state.ts";
import type { EventLog } from "../object/storage.ts";

/** Reports to the study's ledger what the session has spent: after each reply what it counts for, at its end what it took as well. */
export async function reportBudget(
	ledger: (studyId: string) => UsageLedger,
	{ study, log }: { readonly study: Study; readonly log: Pick<EventLog, "read"> },
	{ event, after }: { readonly event: SessionEvent; readonly after: SessionState },
): Promise<void> {
	const budget = study.protocol.limits.study;
	const isEnd = ENDS.includes(event.type);
	if (!budget || !("facts" in after) || (event.type !== "ReplyWritten" && !isEnd)) return;
	const { studyId, sessionId: session } = after.facts;
	const report = { studyId, session, budget, counted: countedOf(study, after, budget) };
	if (!isEnd) return ledger(studyId).spend(report);
	const calls = log.read().flatMap((logged) => ("calls" in logged.event ? logged.event.calls : []));
	const isWhole = event.type === "SessionCompleted" && meetsEveryArm(study.protocol);
	await ledger(studyId).settle(report, { calls, isWhole });
}
