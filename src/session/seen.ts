import type { Protocol } from "../protocol/schema.ts";
import type { Candidate, ConversationState, Course, EndedState, Ending, Reservation, Stage, Turn } from "./state.ts";

/**
 * A session and its study as they look from the participant's side. Labels, arms, models, the order that was drawn and what is
 * sealed have no place in these types, and whatever makes a view is given these types alone: to show one does not compile.
 * Every state is assignable to them, so that nothing is copied.
 */
export type SeenProtocol = Pick<
	Protocol,
	"slug" | "consent" | "flow" | "forms" | "conversations" | "limits" | "recruitment"
> & {
	readonly design: Pick<Protocol["design"], "topics">;
	/** How many, and what a guess may call them. */
	readonly arms: readonly { readonly description?: string | undefined }[];
};

export type SeenStudy = { readonly protocol: SeenProtocol };

export type SeenPlan = {
	readonly conversations: readonly { readonly entry: string; readonly slots: readonly { readonly slot: string }[] }[];
	readonly seed: string;
};

export type SeenConversation = Pick<ConversationState, "index"> & {
	readonly turns: readonly (Pick<Turn, "text" | "sentAtMs" | "chosen"> & {
		readonly candidates: readonly Pick<Candidate, "slot" | "text" | "shown">[];
	})[];
};

export type SeenCourse = Pick<Course, "startedAtMs" | "consent"> & {
	readonly facts: Pick<Course["facts"], "sessionId" | "slug" | "source" | "returnUrl" | "pool">;
	readonly allocated: { readonly plan: SeenPlan; readonly reservation: Pick<Reservation, "lapsed"> } | null;
	readonly forms: readonly { readonly atMs: number }[];
	readonly conversations: readonly SeenConversation[];
	/** Place in the agenda. */
	readonly at: number;
};

export type SeenActive = SeenCourse & { readonly status: "active"; readonly ordinal: number; readonly stage: Stage };
export type SeenEnded = SeenCourse & { readonly status: Ending } & Pick<EndedState, "exit">;
export type SeenState = SeenActive | SeenEnded;
