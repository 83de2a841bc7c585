import type { CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { Budget } from "../../protocol/schema/budget.ts";
import { durableObject } from "../../shared/durable-object.ts";
import type { BudgetState, SpendingReport } from "./budget-book.ts";
import type { PaceReported } from "./pace-counts.ts";
import type { Usage } from "./totals.ts";

/** `isWhole`: the session met every arm. */
export type SessionEnd = { readonly calls: readonly Sealed<CallRecord>[]; readonly isWhole: boolean };

/** Sums over a study's sessions, kept where no query reaches them: one object a study, named by the study's id. */
export type UsageLedger = {
	/** A session ended, and took so much by an estimate that no arm has a say in. Idempotent. */
	record(session: string, estimate: Usage): Promise<void>;
	/** Its participant had everything erased. */
	forget(session: string): Promise<void>;
	/** Of a session's paced replies so far, how many were late. Idempotent: the highest count stands. */
	recordPace(reported: PaceReported): Promise<void>;
	/** Against the study's budget, as often as a session spends something. Idempotent. */
	spend(report: SpendingReport): Promise<void>;
	/** The same at a session's end, with what it took. Idempotent: the first settlement stands. */
	settle(report: SpendingReport, end: SessionEnd): Promise<void>;
	/** Null before a session reported anything, and before the budget was changed. */
	budget(): Promise<BudgetState | null>;
	changeBudget(studyId: string, budget: Budget): Promise<BudgetState>;
	estimates(): Promise<Usage & { readonly sessions: number }>;
};

export const ledgerOf = (namespace: DurableObjectNamespace, studyId: string): UsageLedger =>
	durableObject<UsageLedger>(namespace, studyId);
