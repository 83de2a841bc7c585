import type { ArmKey, CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { Exclusion } from "../../personalisation/arms/fit-arms.ts";
import type { Pool } from "../../randomisation/allocator/allocator-client.ts";
import type { Plan } from "../../randomisation/plan/plan.ts";
import type { Span } from "../../self-identification/finder.ts";
import type { Id } from "../../shared/id.ts";
import type { Json } from "../../shared/json.ts";
import type { Behaviour, Moves } from "./answer.ts";

type StepId = Id<"step">;
export type WrittenCandidate = { readonly slot: string; readonly text: string };

/** Why a re-entry was refused: an unproven other submission, or a signed link that was used before. */
export type ReentryRefusal = "other_submission" | "used_link";

/** Who arrived, and how. Fixed for the life of the session, except for the address to return to. */
export type SessionFacts = {
	readonly sessionId: string;
	readonly studyId: string;
	readonly slug: string;
	readonly protocolHash: string;
	readonly participantId: string;
	readonly source: string;
	readonly externalId: string;
	/** What the recruiter sent along, such as Prolific's study and submission ids. */
	readonly reference: Readonly<Record<string, string>>;
	readonly pool: Pool;
	readonly attributes: Readonly<Record<string, string | number | boolean>>;
	/** Names of the attributes that came with the arrival. The others are from the person's profile. Missing in old logs. */
	readonly given?: readonly string[];
	readonly returnUrl: string | null;
	/** The API key that began it, for the audit. Absent for a link that a participant opened, and in old logs. */
	readonly startedBy?: string;
	/** Of a study that knows its participants from before. Old logs do not have it. */
	readonly personalisation?: {
		readonly profileId: string | null;
		/** Every pseudonym that may stand in the registry of adapters for them: erasing goes by it. */
		readonly knownAs?: readonly string[];
		/** SHA-256 of what the arms are adapted with, which stands beside the log. */
		readonly hash: string | null;
	};
};

/**
 * What happened in a session, in the past tense: the truth from which everything else is made. Events are never changed
 * or removed, erasure apart; a new field is optional for ever, for old logs do not have it.
 */
export type SessionEvent = { readonly atMs: number } & (
	| ({ readonly type: "SessionStarted" } & SessionFacts)
	| { readonly type: "ConsentGiven"; readonly step: StepId; readonly version: string }
	| { readonly type: "ConsentDeclined"; readonly step: StepId }
	| {
			readonly type: "FormAnswered";
			readonly step: StepId;
			readonly digest: string;
			readonly form: string;
			/** The conversation that the form is about, 0-based. */
			readonly conversation: number | null;
			readonly answers: Readonly<Record<string, Json>>;
			/** Every item in the order in which it was to be shown. */
			readonly order: readonly string[];
			readonly failedChecks: readonly string[];
			readonly elapsedMs: number | null;
			readonly behaviour?: Behaviour;
			/** Items that were left out, because they are about replies that do not exist. Absent: none was. */
			readonly notAsked?: readonly string[];
			/** Items that are asked only after other answers than were given (`showIf`). Absent: none. */
			readonly leftOut?: readonly string[];
			/** Of rankings, by item: how their order came about. Absent: the client did not say. */
			readonly moves?: Moves;
	  }
	/** The form is about a conversation without a reply, or has nothing left to ask: it was not asked. */
	| {
			readonly type: "FormSkipped";
			readonly form: string;
			readonly conversation: number | null;
			/** Items that earlier answers leave out. Absent: none. */
			readonly leftOut?: readonly string[];
	  }
	/** Without a reason: by an eligibility rule. */
	| { readonly type: "ScreenedOut"; readonly reason?: Exclusion }
	| { readonly type: "ChecksFailed" }
	| {
			readonly type: "Randomised";
			readonly plan: Plan;
			readonly arms: Sealed<ArmKey>;
			/** The public half of the study's seal. */
			readonly sealTo: JsonWebKey;
			/** SHA-256 of what the arms are adapted with from now on, where an adapter had failed since the start. */
			readonly fittings?: string;
	  }
	| { readonly type: "StudyFull" }
	/** The allocator did not answer. Recorded a few times, some seconds apart. */
	| { readonly type: "AllocationFailed" }
	/** The participant waited for the allocator in vain, and left by the exit that pays. */
	| { readonly type: "AllocationGivenUp"; readonly step: StepId }
	/** No first message came in time: the place is free for others. `nth` counts the reservations of this session from 1. */
	| { readonly type: "ReservationLapsed"; readonly nth: number }
	/** The participant is back and has the same place again. With another place they are `Randomised` once more. */
	| { readonly type: "ReservationRenewed" }
	| {
			readonly type: "MessageSent";
			readonly step: StepId;
			readonly digest: string;
			readonly text: string;
			readonly behaviour?: Behaviour;
			/** Where its reply is the conversation's last, the client shows it until the participant goes on. Absent: the conversation ends with it. */
			readonly stays?: true;
	  }
	/** The end of these replies was on the participant's screen, by their client's word. Comes before the answer that told of it. */
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
	  }
	| {
			readonly type: "ReplyFailed";
			readonly step: StepId;
			/** Candidates that were whole: they stay as they were shown, and are not asked for again. */
			readonly kept: readonly WrittenCandidate[];
			/** The number of the last call that was made for this turn's reply. */
			readonly lastAttempt: number;
			readonly calls: readonly Sealed<CallRecord>[];
			/** A model refused for a reason that no repeat changes. */
			readonly refused?: true;
	  }
	/**
	 * Comes before the `ReplyWritten` or `ReplyFailed` of its step. `handling` is what was done: a text that was thrown away
	 * is `regenerate`, with its place among those of its slot, from 1; of the one that stands `discarded` is null.
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
	/** It takes no further message, and ends when the participant goes on. */
	| { readonly type: "ConversationClosed"; readonly by: "limit" | "budget" }
	/**
	 * `step`: whose answer ended it. `assistant_unavailable`: its models failed, and the study goes on without them. `budget`: its
	 * share of the session's budget is spent.
	 */
	| {
			readonly type: "ConversationEnded";
			readonly step: StepId | null;
			readonly by: "participant" | "limit" | "assistant_unavailable" | "budget";
	  }
	/** A later arrival named this participant without proof. */
	| {
			readonly type: "ReentryRefused";
			readonly reason: ReentryRefusal;
			readonly reference: Readonly<Record<string, string>>;
	  }
	/** The participant returned with another submission id, and a signature vouched for it. */
	| { readonly type: "SubmissionChanged"; readonly reference: Readonly<Record<string, string>> }
	/** A survey tool sent the participant again with another address to return to. */
	| { readonly type: "ReturnAddressChanged"; readonly returnUrl: string }
	| { readonly type: "SessionCompleted" }
	| { readonly type: "SessionExpired" }
	| { readonly type: "SessionWithdrawn" }
	| ({ readonly type: "SessionErased"; readonly startedAtMs: number; readonly randomisedAtMs: number | null } & Pick<
			SessionFacts,
			"sessionId" | "studyId" | "protocolHash" | "participantId" | "pool" | "personalisation" | "startedBy"
	  >)
);

export type EventOf<T extends SessionEvent["type"]> = Extract<SessionEvent, { readonly type: T }>;

/** After which nothing is answered any more. */
export const ENDS: readonly SessionEvent["type"][] = [
	"SessionCompleted",
	"SessionExpired",
	"SessionWithdrawn",
	"ChecksFailed",
	"AllocationGivenUp",
];
