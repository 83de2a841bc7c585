import type { CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { Span } from "../../self-identification/finder.ts";
import type { Id } from "../../shared/id.ts";
import type { Behaviour } from "./answer.ts";

type StepId = Id<"step">;

/** The participant's category of a report. */
export type ReportKind = "harmful" | "broken";

export type WrittenCandidate = { readonly slot: string; readonly text: string };

/**
 * Events of a conversation: its messages, replies, choices and reports. As all events of `events.ts` they are never changed,
 * and a new field is optional.
 */
export type ConversationEvent =
	| {
			readonly type: "MessageSent";
			readonly step: StepId;
			readonly digest: string;
			readonly text: string;
			readonly behaviour?: Behaviour;
			/**
			 * If its reply is the conversation's last, the client shows it until the participant continues. Absent: the
			 * conversation ends with it.
			 */
			readonly stays?: true;
	  }
	/** The client reported that the end of these replies was on the screen. Comes before the answer that carried the report. */
	| {
			readonly type: "RepliesSeen";
			readonly replies: readonly {
				readonly conversation: number;
				readonly turn: number;
				readonly slot: string;
				readonly atMs: number;
			}[];
	  }
	| {
			readonly type: "ReplyWritten";
			readonly step: StepId;
			readonly candidates: readonly WrittenCandidate[];
			readonly calls: readonly Sealed<CallRecord>[];
			/** When it was shown completely, by the pace at that time: a later formula must not change it. Missing in old logs. */
			readonly shownAtMs?: number;
			/** The participant stopped it: each text is the part that had been shown. Absent: it was written to its end. */
			readonly stopped?: true;
	  }
	| {
			readonly type: "ReplyFailed";
			readonly step: StepId;
			/** Complete candidates. They stay as shown and are not requested again. */
			readonly kept: readonly WrittenCandidate[];
			/** The number of the last call for this turn's reply. */
			readonly lastAttempt: number;
			readonly calls: readonly Sealed<CallRecord>[];
			/** A model refused for a reason that a retry does not change. */
			readonly refused?: true;
	  }
	/**
	 * Comes before the `ReplyWritten` or `ReplyFailed` of its step. For a discarded text, `handling` is `regenerate` and
	 * `discarded` counts the discarded texts of the slot, from 1. For the final text, `discarded` is null.
	 */
	| {
			readonly type: "SelfIdentified";
			readonly step: StepId;
			readonly slot: string;
			readonly spans: readonly Span[];
			readonly handling: "record" | "mask" | "regenerate";
			readonly discarded: number | null;
	  }
	| { readonly type: "ReplyAskedAgain"; readonly step: StepId }
	| {
			readonly type: "CandidateChosen";
			readonly step: StepId;
			readonly digest: string;
			readonly chosen: string;
			readonly scores: Readonly<Record<string, number>> | null;
	  }
	/** By the participant. The reply stays. */
	| {
			readonly type: "ReplyReported";
			readonly conversation: number;
			readonly turn: number;
			readonly slot: string;
			readonly kind: ReportKind;
			/** In their words. */
			readonly note: string | null;
	  }
	/** It takes no further message, and ends when the participant continues. */
	| { readonly type: "ConversationClosed"; readonly by: "limit" | "budget" }
	/**
	 * `step` is the step whose answer ended it. `assistant_unavailable`: its models failed, and the study continues
	 * without it. `budget`: its share of the session's budget is spent.
	 */
	| {
			readonly type: "ConversationEnded";
			readonly step: StepId | null;
			readonly by: "participant" | "limit" | "assistant_unavailable" | "budget";
	  };
