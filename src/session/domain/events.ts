import type { ArmKey, CallRecord, Sealed } from "../../blinding/seals/sealed.ts";
import type { Exclusion } from "../../personalisation/arms/fit-arms.ts";
import type { SettingsVersion } from "../../protocol/settings/settings.ts";
import type { Pool } from "../../randomisation/allocator/allocator-client.ts";
import type { Plan } from "../../randomisation/plan/plan.ts";
import type { Span } from "../../self-identification/finder.ts";
import type { Id } from "../../shared/id.ts";
import type { Json } from "../../shared/json.ts";
import type { Behaviour, Moves } from "./answer.ts";

type StepId = Id<"step">;
/** The participant's category of a report. */
export type ReportKind = "harmful" | "broken";
/** The exits by which a researcher can end a session. The others say something of the participant or the study. */
export const RESEARCHERS_EXITS = ["completed", "screened_out", "failed_checks", "withdrawn", "expired"] as const;
export type ResearchersExit = (typeof RESEARCHERS_EXITS)[number];
/** Which API key did it, and why. */
export type ResearchersAct = { readonly actor: string; readonly reason: string };
export type ReportExit = "completed" | "screened_out" | "withdrawn";

export type WrittenCandidate = { readonly slot: string; readonly text: string };

/** A submission's status at the recruiter, by Prolific's names. */
export const SUBMISSION_STATUSES = [
	"reserved",
	"active",
	"awaiting_review",
	"approved",
	"partially_approved",
	"rejected",
	"returned",
	"timed_out",
	"screened_out",
] as const;

export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

/** Why a re-entry was refused: another submission id without proof, or a signed link that was used before. */
export type ReentryRefusal = "other_submission" | "used_link";

/** Who arrived, and how. Only the address to return to can change later. */
export type SessionFacts = {
	readonly sessionId: string;
	readonly studyId: string;
	readonly slug: string;
	readonly protocolHash: string;
	readonly participantId: string;
	readonly source: string;
	readonly externalId: string;
	/** What the recruiter added to the link, such as Prolific's study and submission ids. */
	readonly reference: Readonly<Record<string, string>>;
	readonly pool: Pool;
	readonly attributes: Readonly<Record<string, string | number | boolean>>;
	/** Names of the attributes in the arrival. The other attributes are from the profile. Missing in old logs. */
	readonly given?: readonly string[];
	readonly returnUrl: string | null;
	/** The API key that started the session, for the audit. Missing if a participant opened a link, and in old logs. */
	readonly startedBy?: string;
	/** Only in studies that load profiles or adapters before. Missing in old logs. */
	readonly personalisation?: {
		readonly profileId: string | null;
		/** All pseudonyms under which adapters may be registered for this person. Erasure uses them. */
		readonly knownAs?: readonly string[];
		/** SHA-256 of the arms' adapted inputs, which are stored beside the log. */
		readonly hash: string | null;
		/** For simulated participants: the pseudonym of the person whose profile and adapters they have. */
		readonly standsFor?: string;
	};
};

/**
 * Events of a session. Everything else follows from them. Events are never changed, and only erasure removes them. A new
 * field has to be optional, because old logs do not have it.
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
			/** All items in the order of display. */
			readonly order: readonly string[];
			readonly failedChecks: readonly string[];
			readonly elapsedMs: number | null;
			readonly behaviour?: Behaviour;
			/** Items that were left out because they are about replies that do not exist. Absent if there are none. */
			readonly notAsked?: readonly string[];
			/** Items that are asked only after other answers than were given (`showIf`). Absent: none. */
			readonly leftOut?: readonly string[];
			/** Of rankings, by item: how their order came about. Absent: the client did not say. */
			readonly moves?: Moves;
	  }
	/** The form was not asked: its conversation has no reply, or no item is left to ask. */
	| {
			readonly type: "FormSkipped";
			readonly form: string;
			readonly conversation: number | null;
			/** Items that were left out because of earlier answers. Absent if there are none. */
			readonly leftOut?: readonly string[];
	  }
	/** Without `reason`: an eligibility rule was not met. */
	| { readonly type: "ScreenedOut"; readonly reason?: Exclusion }
	| { readonly type: "ChecksFailed" }
	| {
			readonly type: "Randomised";
			readonly plan: Plan;
			readonly arms: Sealed<ArmKey>;
			readonly sealTo: JsonWebKey;
			/** SHA-256 of the arms' adapted inputs, if an adapter failed since the start. */
			readonly fittings?: string;
	  }
	| { readonly type: "StudyFull" }
	/** The allocator did not answer. Recorded a few times, some seconds apart. */
	| { readonly type: "AllocationFailed" }
	/** The participant stopped waiting for the allocator and left by the exit that pays. */
	| { readonly type: "AllocationGivenUp"; readonly step: StepId }
	/** No first message came in time, so others can have the place. `nth` counts the reservations of this session, from 1. */
	| {
			readonly type: "ReservationLapsed";
			readonly nth: number;
			/** A researcher released the place before its time. Absent: it lapsed. */
			readonly releasedBy?: ResearchersAct;
	  }
	/** The participant returned and got the same place again. If they get another place, a second `Randomised` follows instead. */
	| { readonly type: "ReservationRenewed" }
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
	  }
	/** A later arrival named this participant without proof. */
	| {
			readonly type: "ReentryRefused";
			readonly reason: ReentryRefusal;
			readonly reference: Readonly<Record<string, string>>;
	  }
	/** The participant returned with another submission id, and a signature proved it. */
	| { readonly type: "SubmissionChanged"; readonly reference: Readonly<Record<string, string>> }
	/** The recruiter's status of a submission, as the recruiter reported it. `reportedAtMs`: when it changed there. */
	| {
			readonly type: "SubmissionReported";
			readonly submission: string;
			readonly status: SubmissionStatus;
			readonly reportedAtMs: number;
	  }
	/** A survey tool sent the participant again, with another address to return to. */
	| { readonly type: "ReturnAddressChanged"; readonly returnUrl: string }
	| { readonly type: "SessionCompleted" }
	| { readonly type: "SessionExpired" }
	/** `exit`: the one that the study offers after a report. Absent: none. */
	| { readonly type: "SessionWithdrawn"; readonly exit?: ReportExit }
	/** A change of the study while it ran. It holds from here on. */
	| ({ readonly type: "SettingsChanged" } & SettingsVersion)
	/** `exit`: how the participant leaves. */
	| { readonly type: "SessionEndedByResearcher"; readonly exit: ResearchersExit; readonly by: ResearchersAct }
	/** `code`: the completion code of the participant's exit, which they still need. Absent: none, and in old logs. */
	| ({
			readonly type: "SessionErased";
			readonly startedAtMs: number;
			readonly randomisedAtMs: number | null;
			readonly code?: string;
	  } & Pick<
			SessionFacts,
			"sessionId" | "studyId" | "protocolHash" | "participantId" | "pool" | "personalisation" | "startedBy"
	  >)
);

export type EventOf<T extends SessionEvent["type"]> = Extract<SessionEvent, { readonly type: T }>;

/**
 * Whose data go with a session. A simulated participant has the profile and the pseudonym of the person they stand for, and erasing them takes
 * nothing from that person.
 */
export function ofErased(event: EventOf<"SessionErased">): EventOf<"SessionErased"> {
	const { personalisation: _, ...alone } = event;
	return event.pool === "simulated" ? alone : event;
}

/** After these events the session takes no more answers. */
export const ENDING_EVENTS: readonly SessionEvent["type"][] = [
	"SessionCompleted",
	"SessionExpired",
	"SessionWithdrawn",
	"SessionEndedByResearcher",
	"ChecksFailed",
	"AllocationGivenUp",
];
