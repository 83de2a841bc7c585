import type { CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { Exclusion } from "../../personalisation/arms/fit-arms.ts";
import type { SettingsVersion } from "../../protocol/settings/settings.ts";
import type { Allocation } from "../../randomisation/allocator/allocator-client.ts";
import type { Span } from "../../self-identification/finder.ts";
import type { Fault } from "../../shared/problem.ts";
import type { Result } from "../../shared/result.ts";
import type { ReportKind } from "./conversation-events.ts";
import type { ResearchersAct, ResearchersExit, SessionEvent } from "./events.ts";
import type { Proof } from "./session-arrival.ts";
import type { ReentryRefusal, SessionFacts, SubmissionStatus } from "./session-facts.ts";

/** The result of one round, by candidate. */
export type ReplyOutcome = {
	readonly candidates: readonly {
		readonly slot: string;
		readonly text: string;
		readonly complete: boolean;
		readonly lastAttempt: number;
		readonly calls: readonly Sealed<CallRecord>[];
		readonly discarded?: readonly (readonly Span[])[];
		readonly refused?: true;
	}[];
};

/** What a stop keeps of a reply, by candidate: what was shown, and all calls, also those that the stop cut off. */
export type KeptReply = {
	readonly candidates: readonly {
		readonly slot: string;
		readonly text: string;
		readonly identified: readonly Span[];
		readonly calls: readonly Sealed<CallRecord>[];
		readonly discarded?: readonly (readonly Span[])[];
	}[];
};

export type Command = { readonly nowMs: number } & (
	| { readonly type: "Start"; readonly facts: SessionFacts; readonly exclusion?: Exclusion | null }
	/** A later arrival names this session's participant. */
	| {
			readonly type: "Resume";
			readonly proof: Proof["kind"];
			readonly holdsToken: boolean;
			readonly reference: Readonly<Record<string, string>>;
			readonly returnUrl: string | null;
	  }
	| {
			readonly type: "RecordRefusedReentry";
			readonly reason: ReentryRefusal;
			readonly reference: Readonly<Record<string, string>>;
	  }
	| {
			readonly type: "RecordSubmission";
			readonly submission: string;
			readonly status: SubmissionStatus;
			readonly reportedAtMs: number;
	  }
	| { readonly type: "AnswerStep"; readonly step: string; readonly answer: unknown }
	/** `fittings` is the hash of the arms' adapted inputs, if they changed since the start. */
	| { readonly type: "RecordAllocation"; readonly allocation: Allocation; readonly fittings?: string }
	| { readonly type: "RecordAllocationFailure" }
	/** The allocator's answer after a lapse: the same place, another one, or none. */
	| { readonly type: "RecordRenewal"; readonly allocation: Allocation }
	| { readonly type: "LapseReservation" }
	| { readonly type: "RecordExclusion"; readonly exclusion: Exclusion }
	| { readonly type: "RecordReply"; readonly step: string; readonly outcome: ReplyOutcome }
	/** `step` is the reply's, or the one that asked for it. `kept` is null if no text was shown yet. */
	| { readonly type: "StopReply"; readonly step: string; readonly kept: KeptReply | null }
	| { readonly type: "Expire"; readonly expiresAfterMs: number }
	/** The study's settings in force. */
	| ({ readonly type: "ChangeSettings" } & SettingsVersion)
	/** A researcher ends the session. */
	| { readonly type: "EndForResearcher"; readonly exit: ResearchersExit; readonly by: ResearchersAct }
	/** A researcher gives a reserved place to others before it lapses. */
	| { readonly type: "ReleasePlace"; readonly by: ResearchersAct }
	/** `message`: the id under which the participant's views show the reply. */
	| { readonly type: "ReportReply"; readonly message: string; readonly kind: ReportKind; readonly note: string | null }
	/** `reported`: the category of a report for which the study offers an exit. */
	| { readonly type: "Withdraw"; readonly erase: boolean; readonly reported?: ReportKind }
);

export type CommandRefusal =
	| { readonly kind: "not_started" }
	| { readonly kind: "erased" }
	/** The arrival did not prove that it comes from the participant. */
	| { readonly kind: "unproven" }
	| { readonly kind: "ended" }
	| { readonly kind: "stale"; readonly current: string }
	| { readonly kind: "already_answered"; readonly current: string | null }
	| { readonly kind: "busy"; readonly current: string }
	/** The place lapsed, and the allocator has not answered yet. */
	| { readonly kind: "lapsed" }
	/** The session holds no reserved place: it was not drawn yet, the first message confirmed it, or its pool has none. */
	| { readonly kind: "no_reservation" }
	/** The step has no reply. */
	| { readonly kind: "no_reply" }
	/** The protocol lets nobody stop this conversation's replies. */
	| { readonly kind: "no_stop" }
	| { readonly kind: "invalid"; readonly faults: readonly Fault[] };

export type Decision = Result<readonly SessionEvent[], CommandRefusal>;
