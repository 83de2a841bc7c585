import { stepOf } from "../../models/usage/late-share.ts";
import { meetsEveryArm } from "../../models/usage/totals.ts";
import type { UsageLedger } from "../../models/usage/usage-ledger-client.ts";
import { ENDING_EVENTS, type SessionEvent } from "../domain/events.ts";
import { countedOf } from "../domain/session-budget.ts";
import type { SessionState, Study } from "../domain/state.ts";
import type { EventLog } from "../object/storage.ts";
import { estimatedUsage } from "../reply/estimated-usage.ts";
import { lateCountOf } from "../reply/presented-times.ts";

/** Reports a session's usage to the study's ledger when the session has ended in any way, because its replies were billed. */
export async function reportUsage(
	ledger: (studyId: string) => UsageLedger,
	study: Study,
	{ event, after }: { readonly event: SessionEvent; readonly after: SessionState },
): Promise<void> {
	if (event.type === "SessionErased") return ledger(event.studyId).forget(event.sessionId);
	if (!ENDING_EVENTS.includes(event.type) || !("facts" in after)) return;
	const usage = estimatedUsage(study, after);
	if (usage.calls > 0) await ledger(after.facts.studyId).record(after.facts.sessionId, usage);
}

/** Not after each reply. The time of such a report would identify the conversation, and so the arm. */
const REPORTED_AT: readonly SessionEvent["type"][] = [
	"ConversationEnded",
	"SessionCompleted",
	"SessionExpired",
	"SessionWithdrawn",
	"SessionEndedByResearcher",
];

/** Reports to the study's ledger how many of the session's replies were late. */
export async function reportLateReplies(
	ledger: (studyId: string) => UsageLedger,
	study: Study,
	{ event, after }: { readonly event: SessionEvent; readonly after: SessionState },
): Promise<void> {
	if (!REPORTED_AT.includes(event.type) || !("facts" in after)) return;
	const { studyId, sessionId: session, pool } = after.facts;
	const count = lateCountOf(study, after);
	if (pool === "simulated" || count.replies === 0) return;
	await ledger(studyId).recordPace({ studyId, session, pool, step: stepOf(study.protocol), count });
}

/** Reports the session's spending to the study's ledger: after each reply the counted amount, and at the end also the real calls. */
export async function reportBudget(
	ledger: (studyId: string) => UsageLedger,
	{ study, log }: { readonly study: Study; readonly log: Pick<EventLog, "read"> },
	{ event, after }: { readonly event: SessionEvent; readonly after: SessionState },
): Promise<void> {
	const budget = study.protocol.limits.study;
	const isEnd = ENDING_EVENTS.includes(event.type);
	if (!budget || !("facts" in after) || (event.type !== "ReplyWritten" && !isEnd)) return;
	const { studyId, sessionId: session } = after.facts;
	const report = { studyId, session, budget, counted: countedOf(study, after, budget) };
	if (!isEnd) return ledger(studyId).spend(report);
	const calls = log.read().flatMap((logged) => ("calls" in logged.event ? logged.event.calls : []));
	const isWhole = event.type === "SessionCompleted" && meetsEveryArm(study.protocol);
	await ledger(studyId).settle(report, { calls, isWhole });
}
