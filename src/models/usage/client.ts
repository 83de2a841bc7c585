import type { CallRecord, Sealed } from "../../blinding/sealed.ts";
import type { PaceReported } from "./pace-counts.ts";
import type { Usage } from "./totals.ts";

/** What a study's completed sessions took, kept where no query reaches it: one object a study, named by the study's id. */
export type UsageLedger = {
	/** A session completed. Idempotent: its first report stands. */
	record(session: string, calls: readonly Sealed<CallRecord>[]): Promise<void>;
	/** Its participant had everything erased. It still counts as one of those that completed, so that no step shifts. */
	forget(session: string): Promise<void>;
	/** Of a session's paced replies so far, how many were late. Idempotent: the highest count stands. */
	recordPace(reported: PaceReported): Promise<void>;
	completed(): Promise<number>;
	/** Of the first so many that completed. */
	total(sessions: number): Promise<Usage>;
};

export const ledgerOf = (namespace: DurableObjectNamespace, studyId: string): UsageLedger =>
	namespace.get(namespace.idFromName(studyId)) as unknown as UsageLedger;
