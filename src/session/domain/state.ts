import type { ArmKey, Sealed } from "../../blinding/seals/sealed.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import { type SettingsVersion, withSettings } from "../../protocol/settings/settings.ts";
import type { ArmLabel, Plan } from "../../randomisation/plan/plan.ts";
import type { Span } from "../../self-identification/finder.ts";
import { derivedId, type Id } from "../../shared/id.ts";
import type { WrittenCandidate } from "./conversation-events.ts";
import type { EventOf } from "./events.ts";
import type { SessionFacts } from "./session-facts.ts";

export type StepId = Id<"step">;

/** How a session ended. Each value is an exit of the contract. */
export type Ending = "completed" | "screened_out" | "failed_checks" | "declined" | "full" | "withdrawn" | "expired";

export type Candidate = WrittenCandidate & {
	readonly label: ArmLabel;
	/** Its self-identifications. Absent if there are none. */
	readonly identified?: readonly Span[];
	/** What the participant sees, if that differs from `text`. */
	readonly shown?: string;
	/** When its end was on the participant's screen. Absent: nobody said so. */
	readonly seenAtMs?: number;
};

/** A message of the participant, and the reply to it. */
export type Turn = {
	readonly text: string;
	readonly sentAtMs: number;
	/** The last reply is shown until the participant continues. */
	readonly stays?: true;
	/** The steps whose answers asked for this reply: the message, then each `retry`. */
	readonly askedBy: readonly StepId[];
	/** The `generating` steps of this reply, one for each step in `askedBy`. */
	readonly replySteps: readonly StepId[];
	readonly roundStartedAtMs: number;
	/** Calls so far, in all rounds. The next round continues this count. */
	readonly attempts: number;
	readonly candidates: readonly Candidate[];
	/** No row has this time, because it depends on the model. */
	readonly writtenAtMs?: number;
	/** When the reply was shown completely, as its event has it. Absent in old logs. */
	readonly shownAtMs?: number;
	/** The participant stopped the reply, and its candidates are what they had seen. */
	readonly stopped?: true;
	/** By slot. Recorded before the reply; they move to `candidates` with it. */
	readonly identified?: Readonly<Record<string, readonly Span[]>>;
	/** A slot. Null until the participant chooses, and always null without a choice. */
	readonly chosen: string | null;
	/** Failed rounds. Their calls are projected with the reply, so that rows do not show a failure before. */
	readonly failures?: readonly EventOf<"ReplyFailed">[];
	/** Discarded texts of all rounds. They are projected with the reply too. */
	readonly discards?: readonly Discard[];
};

export type Discard = { readonly event: EventOf<"SelfIdentified">; readonly sinceMs: number };

export type ConversationState = {
	/** 0-based, in the participant's order. */
	readonly index: number;
	readonly startedAtMs: number;
	readonly turns: readonly Turn[];
	readonly endedAtMs: number | null;
	/** It takes no more messages and waits until the participant continues. */
	readonly closedBy?: "limit" | "budget";
	/** Its models failed, and the study went on without it. */
	readonly isUnavailable?: true;
};

/** The flow as one participant goes through it. Before randomisation it ends with `allocation`, because what follows is not drawn yet. */
export type AgendaItem =
	| { readonly kind: "consent" }
	| { readonly kind: "form"; readonly form: string; readonly conversation: number | null }
	| { readonly kind: "allocation" }
	| { readonly kind: "conversation"; readonly conversation: number };

export type Stage =
	| { readonly kind: "consent" }
	| { readonly kind: "form"; readonly form: string; readonly conversation: number | null }
	/** Waits for a place: the first one, or a new one after a lapse. `failedAtMs`: when the allocator did not answer. */
	| { readonly kind: "allocating"; readonly failedAtMs: readonly number[] }
	| { readonly kind: "message"; readonly conversation: number }
	| {
			readonly kind: "generating";
			readonly conversation: number;
			readonly sinceMs: number;
			readonly kept: readonly WrittenCandidate[];
	  }
	| {
			readonly kind: "retry";
			readonly conversation: number;
			readonly kept: readonly WrittenCandidate[];
			/** Failed rounds of this turn. */
			readonly failures: number;
			/** The last round failed for a reason that a retry does not change. */
			readonly isRefused: boolean;
	  }
	| { readonly kind: "choice"; readonly conversation: number }
	/** The agenda is complete. `SessionCompleted` follows in the same transaction. */
	| { readonly kind: "finished" };

export type Reservation = {
	/** Counts the reservations of this session, from 1. */
	readonly nth: number;
	readonly sinceMs: number;
	readonly lapsed: boolean;
};

export type Allocated = {
	readonly reservation: Reservation;
	readonly plan: Plan;
	readonly arms: Sealed<ArmKey>;
	readonly sealTo: JsonWebKey;
	readonly atMs: number;
};

/** What is true of a session from its start, in every later status. */
export type SessionRecord = {
	readonly facts: SessionFacts;
	readonly startedAtMs: number;
	/** When the participant last did something. A retry does not count, because failures depend on the arm. */
	readonly activeAtMs: number;
	/** The study's settings, if they changed since it opened. Absent: the protocol's own. */
	readonly settings?: SettingsVersion;
	readonly consent: { readonly atMs: number; readonly version: string } | null;
	readonly allocated: Allocated | null;
	readonly forms: readonly EventOf<"FormAnswered">[];
	readonly conversations: readonly ConversationState[];
	readonly reports: readonly EventOf<"ReplyReported">[];
	/**
	 * Number of events that depend on the arm: failures, retries and self-identifications. Rows that blinded researchers
	 * see leave them out.
	 */
	readonly armDependentEvents: number;
	/** Later arrivals that named this participant. */
	readonly reentries: readonly EventOf<"ReentryRefused" | "SubmissionChanged">[];
	/** The recruiter's statuses of submissions, in the order in which they were recorded. */
	readonly submissions: readonly EventOf<"SubmissionReported">[];
	/** Digest of each step's answer. It distinguishes a repeat from a different answer. */
	readonly answered: Readonly<Record<StepId, string>>;
};

export type ActiveState = SessionRecord & {
	readonly status: "active";
	/** Number of steps so far. The id of the current step is derived from it. */
	readonly ordinal: number;
	/** Index in the agenda. */
	readonly at: number;
	readonly stage: Stage;
};

export type EndedState = SessionRecord & {
	readonly status: Ending;
	/** The exit that was shown, with its code. Withdrawing after completion keeps the completed exit, so the participant is paid. */
	readonly exit: Ending;
	readonly endedAtMs: number;
	readonly at: number;
	/** The API key of the researcher who ended it. Absent: nobody did. */
	readonly endedBy?: string;
};

export type SessionState =
	| { readonly status: "new" }
	| ActiveState
	| EndedState
	| { readonly status: "erased"; readonly tombstone: EventOf<"SessionErased"> };

/** A session that has begun and is not erased. */
export type StartedState = ActiveState | EndedState;

export const initialState: SessionState = { status: "new" };

/** The study of a session. It stays the same for the whole log. */
export type Study = {
	readonly protocol: Protocol;
	/** Where completion codes go instead of Prolific: the mock recruiter of `npm run dev` and `npm run demo`. */
	readonly completeAt?: string;
};

export const stepIdOf = (sessionId: string, ordinal: number): StepId => derivedId("step", sessionId, ordinal);

type AtStep = { readonly facts: { readonly sessionId: string }; readonly ordinal: number };

/** A state never changes, and a reply that is read asks for its step several times a second, which is a hash each time. */
const STEPS = new WeakMap<AtStep, StepId>();

export function currentStep(state: AtStep): StepId {
	const step = STEPS.get(state) ?? stepIdOf(state.facts.sessionId, state.ordinal);
	STEPS.set(state, step);
	return step;
}

export const conversationIdOf = (sessionId: string, index: number): Id<"conversation"> =>
	derivedId("conversation", sessionId, index);

/** The conversation's entry in the protocol. Plan and protocol belong together, so a missing entry is a broken invariant. */
export function entryOf(
	study: { readonly protocol: Pick<Protocol, "conversations"> },
	plan: { readonly conversations: readonly { readonly entry: string }[] },
	index: number,
): Protocol["conversations"][number] {
	const entry = study.protocol.conversations.find(({ id }) => id === plan.conversations[index]?.entry);
	if (!entry) throw new Error("the plan names a conversation that is not in the protocol");
	return entry;
}

/** The study with the settings that are in force for this session. */
export const inForce = <S extends { readonly protocol: Pick<Protocol, "recruitment" | "contact"> }>(
	study: S,
	{ settings }: { readonly settings?: SettingsVersion | undefined },
): S => (settings ? { ...study, protocol: withSettings(study.protocol, settings.settings) } : study);
