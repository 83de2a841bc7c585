import type { CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { Budget } from "../../protocol/schema/budget.ts";
import { durableObject } from "../../shared/durable-object.ts";
import type { BudgetState, SpendingReport } from "./budget-book.ts";
import type { LateReport } from "./late-counts.ts";
import type { Usage } from "./totals.ts";

/** `isWhole`: the session met every arm. */
export type SessionEnd = { readonly calls: readonly Sealed<CallRecord>[]; readonly isWhole: boolean };

/** Sums over a study's sessions, kept where no query reads them: one object for each study, named by the study's id. */
export type UsageLedger = {
	/** Records an ended session with its estimated usage, which does not depend on any arm. Idempotent. */
	record(session: string, estimate: Usage): Promise<void>;
	/** The participant had the session erased. */
	forget(session: string): Promise<void>;
	/** Records how many of a session's paced replies were late so far. Idempotent: the highest count stays. */
	recordPace(reported: LateReport): Promise<void>;
	/** Reports spending against the study's budget, each time a session spends something. Idempotent. */
	spend(report: SpendingReport): Promise<void>;
	/** The same at the end of a session, with its actual usage. Idempotent: the first settlement stays. */
	settle(report: SpendingReport, end: SessionEnd): Promise<void>;
	/** Null before the first report or change of the budget. */
	budget(): Promise<BudgetState | null>;
	changeBudget(studyId: string, budget: Budget): Promise<BudgetState>;
	estimates(): Promise<Usage & { readonly sessions: number }>;
};

export const ledgerOf = (namespace: DurableObjectNamespace, studyId: string): UsageLedger =>
	durableObject<UsageLedger>(namespace, studyId);
