declare const armLabel: unique symbol;

/**
 * The neutral name of an arm within one study, such as `K7`, for researchers and never for participants. It is text at run
 * time, but no string for the compiler, so that it fits into no text field. Only `label-text.ts` reads it.
 */
export type ArmLabel = { readonly [armLabel]: true };

export type PlannedSlot = {
	/** `a`, `b`, … in the order of display. A `single` has only the slot `a`. */
	readonly slot: string;
	readonly label: ArmLabel;
};

/** `a`, `b`, …: there are at most 26 arms. */
export const slotName = (index: number): string => "abcdefghijklmnopqrstuvwxyz".charAt(index);

export type PlannedConversation = {
	/** The conversation's id in the protocol. */
	readonly entry: string;
	readonly slots: readonly PlannedSlot[];
};

/** Everything that is drawn for one participant, at one time, when the flow reaches `conversations`. */
export type Plan = {
	/** The version of the generator and the drawing, as in `vectors.json`. Old plans have to stay readable. */
	readonly algorithm: string;
	/** The number of this draw in its pool, from 0. */
	readonly draw: number;
	readonly stratum: string;
	readonly sequence: readonly ArmLabel[];
	/** In the participant's order. */
	readonly conversations: readonly PlannedConversation[];
	/** 64 hex digits, for this participant only. Item orders and the models' seeds follow from it. */
	readonly seed: string;
};
