import type { Protocol } from "../../protocol/schema/schema.ts";
import type { EventOf } from "./events.ts";
import type {
	Candidate,
	ConversationState,
	EndedState,
	Ending,
	Reservation,
	SessionRecord,
	Stage,
	Turn,
} from "./state.ts";

/**
 * Session and study without anything that reveals an arm: no labels, arms, models, sequence or sealed values. Code that
 * makes views takes only these types, so a view that shows an arm does not compile. Every full state is assignable to
 * them, so no copy is needed.
 */
export type BlindedProtocol = Pick<
	Protocol,
	| "slug"
	| "duration"
	| "consent"
	| "contact"
	| "support"
	| "reports"
	| "debrief"
	| "flow"
	| "forms"
	| "conversations"
	| "limits"
	| "recruitment"
> & {
	readonly design: Pick<Protocol["design"], "topics">;
	readonly blinding: Pick<Protocol["blinding"], "pace">;
	/** Only their number and their descriptions for guesses. */
	readonly arms: readonly { readonly description?: string | undefined }[];
};

export type BlindedStudy = { readonly protocol: BlindedProtocol; readonly completeAt?: string };

export type BlindedPlan = {
	readonly conversations: readonly { readonly entry: string; readonly slots: readonly { readonly slot: string }[] }[];
	readonly seed: string;
};

export type BlindedConversation = Pick<ConversationState, "index" | "closedBy"> & {
	readonly turns: readonly (Pick<Turn, "text" | "sentAtMs" | "chosen" | "stopped"> & {
		readonly candidates: readonly Pick<Candidate, "slot" | "text" | "shown" | "seenAtMs">[];
	})[];
};

export type BlindedCourse = Pick<SessionRecord, "startedAtMs" | "consent" | "settings"> & {
	readonly facts: Pick<SessionRecord["facts"], "sessionId" | "slug" | "source" | "returnUrl" | "pool">;
	readonly allocated: { readonly plan: BlindedPlan; readonly reservation: Pick<Reservation, "lapsed"> } | null;
	readonly forms: readonly Pick<EventOf<"FormAnswered">, "atMs" | "form" | "conversation" | "answers">[];
	readonly conversations: readonly BlindedConversation[];
	/** Index in the agenda. */
	readonly at: number;
};

export type BlindedActive = BlindedCourse & {
	readonly status: "active";
	readonly ordinal: number;
	readonly stage: Stage;
};
export type BlindedEnded = BlindedCourse & { readonly status: Ending } & Pick<EndedState, "exit" | "endedAtMs">;
export type BlindedState = BlindedActive | BlindedEnded;
