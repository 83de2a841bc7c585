import type { ArmKey, Sealed } from "../../blinding/seals/sealed.ts";
import type { Exclusion } from "../../personalisation/arms/fit-arms.ts";
import type { SettingsVersion } from "../../protocol/settings/settings.ts";
import type { Plan } from "../../randomisation/plan/plan.ts";
import type { Id } from "../../shared/id.ts";
import type { Json } from "../../shared/json.ts";
import type { Behaviour, Moves } from "./answer.ts";
import type { ConversationEvent } from "./conversation-events.ts";
import type { ReentryRefusal, SessionFacts, SubmissionStatus } from "./session-facts.ts";

type StepId = Id<"step">;
/** The exits by which a researcher can end a session. The others say something of the participant or the study. */
export const RESEARCHERS_EXITS = ["completed", "screened_out", "failed_checks", "withdrawn", "expired"] as const;
export type ResearchersExit = (typeof RESEARCHERS_EXITS)[number];
/** Which API key did it, and why. */
export type ResearchersAct = { readonly actor: string; readonly reason: string };
export type ReportExit = "completed" | "screened_out" | "withdrawn";

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
	| ConversationEvent
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
