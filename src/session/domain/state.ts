import type { ArmKey, Sealed } from "../../blinding/seals/sealed.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import type { ArmLabel, Plan } from "../../randomisation/plan/plan.ts";
import type { Span } from "../../self-identification/finder.ts";
import { derivedId, type Id } from "../../shared/id.ts";
import type { EventOf, SessionFacts, WrittenCandidate } from "./events.ts";

export type StepId = Id<"step">;

/** The ways in which a session ends. Each is an exit of the contract. */
export type Ending = "completed" | "screened_out" | "failed_checks" | "declined" | "full" | "withdrawn" | "expired";

export type Candidate = WrittenCandidate & {
	readonly label: ArmLabel;
	/** Where it names who wrote it. Absent: nowhere. */
	readonly identified?: readonly Span[];
	/** What the participant saw of it, where that is not its text. */
	readonly shown?: string;
	/** When its end was on the participant's screen. Absent: nobody said so. */
	readonly seenAtMs?: number;
};

/** A message of the participant and what came of it. */
export type Turn = {
	readonly text: string;
	readonly sentAtMs: number;
	/** A last reply is shown until the participant goes on. */
	readonly stays?: true;
	/** The steps whose answers asked for its reply: the message, and each `retry`. */
	readonly askedBy: readonly StepId[];
	/** The `generating` steps of its reply, one for each that asked. */
	readonly replySteps: readonly StepId[];
	/** When the last try at its reply began. */
	readonly repliedSinceMs: number;
	/** Calls so far, over all tries at its reply: the next try goes on counting. */
	readonly attempts: number;
	readonly candidates: readonly Candidate[];
	/** When they had come. No row has this time: a model made it. */
	readonly writtenAtMs?: number;
	/** By slot, of the texts that are about to stand as `candidates`. */
	readonly identified?: Readonly<Record<string, readonly Span[]>>;
	/** A slot; null while nobody chose, and for ever where nobody chooses. */
	readonly chosen: string | null;
	/** Rounds in which a model failed. Their calls are written with the reply, so that their number shows nowhere before. */
	readonly failures?: readonly EventOf<"ReplyFailed">[];
	/** Texts that were discarded, of all rounds. They are written with the reply too. */
	readonly discards?: readonly Discard[];
};

/** A discarded text, and when its round began. */
export type Discard = { readonly event: EventOf<"SelfIdentified">; readonly sinceMs: number };

export type ConversationState = {
	/** 0-based, in the participant's order. */
	readonly index: number;
	readonly startedAtMs: number;
	readonly turns: readonly Turn[];
	readonly endedAtMs: number | null;
	/** It takes no further message, and waits for the participant to go on. */
	readonly closedBy?: "limit" | "budget";
	/** Its models failed, and the study went on without them. */
	readonly isUnavailable?: true;
};

/** What the flow comes to, in order. Before randomisation it ends with `allocation`, for nobody knows more yet. */
export type AgendaItem =
	| { readonly kind: "consent" }
	| { readonly kind: "form"; readonly form: string; readonly conversation: number | null }
	| { readonly kind: "allocation" }
	| { readonly kind: "conversation"; readonly conversation: number };

export type Stage =
	| { readonly kind: "consent" }
	| { readonly kind: "form"; readonly form: string; readonly conversation: number | null }
	/** Waits for a place: the first one, or the one that lapsed. `failedAtMs`: when the allocator failed to answer. */
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
			/** Of this turn's reply, so far. */
			readonly failures: number;
			/** No repeat changes why the last one failed. */
			readonly isRefused: boolean;
	  }
	| { readonly kind: "choice"; readonly conversation: number }
	/** The agenda is worked off; `SessionCompleted` follows in the same breath. */
	| { readonly kind: "finished" };

/** A place that is held for the participant. */
export type Reservation = {
	/** Counts those of the session, from 1. */
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

/** What is true of a session from its start on, whatever becomes of it. */
export type Course = {
	readonly facts: SessionFacts;
	readonly startedAtMs: number;
	readonly consent: { readonly atMs: number; readonly version: string } | null;
	readonly allocated: Allocated | null;
	readonly forms: readonly EventOf<"FormAnswered">[];
	readonly conversations: readonly ConversationState[];
	/** Events so far whose number depends on the arm: failures, repeats and self-identifications. Open rows do not count them. */
	readonly uncounted: number;
	/** Recorded later arrivals that named this participant. */
	readonly reentries: readonly EventOf<"ReentryRefused" | "SubmissionChanged">[];
	/** Digest of the answer by step, so that a repeat is told from another answer. */
	readonly answered: Readonly<Record<StepId, string>>;
};

export type ActiveState = Course & {
	readonly status: "active";
	/** Counts the steps that there have been: the current one's id is derived from it. */
	readonly ordinal: number;
	/** Place in the agenda. */
	readonly at: number;
	readonly stage: Stage;
};

export type EndedState = Course & {
	readonly status: Ending;
	/** The way out that was shown, and the code with it: who withdraws after completing has completed, and is paid for it. */
	readonly exit: Ending;
	readonly endedAtMs: number;
	readonly at: number;
};

export type SessionState =
	| { readonly status: "new" }
	| ActiveState
	| EndedState
	| { readonly status: "erased"; readonly tombstone: EventOf<"SessionErased"> };

export const initialState: SessionState = { status: "new" };

/** The study that a session runs on: the same for every event of its log. */
export type Study = { readonly protocol: Protocol };

export const stepIdOf = (sessionId: string, ordinal: number): StepId => derivedId("step", sessionId, ordinal);
export const currentStep = (state: {
	readonly facts: { readonly sessionId: string };
	readonly ordinal: number;
}): StepId => stepIdOf(state.facts.sessionId, state.ordinal);
export const conversationIdOf = (sessionId: string, index: number): Id<"conversation"> =>
	derivedId("conversation", sessionId, index);

/** The conversation's entry in the protocol. Plan and protocol are of one hash, so that an entry that is missing is a broken invariant. */
export function entryOf(
	study: { readonly protocol: Pick<Protocol, "conversations"> },
	plan: { readonly conversations: readonly { readonly entry: string }[] },
	index: number,
): Protocol["conversations"][number] {
	const entry = study.protocol.conversations.find(({ id }) => id === plan.conversations[index]?.entry);
	if (!entry) throw new Error("the plan names a conversation that its protocol lacks");
	return entry;
}
