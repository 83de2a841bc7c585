declare const armLabel: unique symbol;

/**
 * The neutral name of an arm within one study, such as `K7`: for researchers' tables, never shown to a participant. Text at run
 * time, and no string to the compiler, so that it fits into no field that takes one: `label-text.ts` alone reads it.
 */
export type ArmLabel = { readonly [armLabel]: true };

export type PlannedSlot = {
	/** `a`, `b`, … in the order in which they are shown; a `single` has the one slot `a`. */
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

/** Everything that is drawn for one participant, at once, when the flow reaches `conversations`. */
export type Plan = {
	/** Of the generator and of the drawing, as in `vectors.json`: an old plan stays readable for ever. */
	readonly algorithm: string;
	/** The place of this draw in the allocation log of its pool, from 0. */
	readonly draw: number;
	readonly stratum: string;
	readonly sequence: readonly ArmLabel[];
	/** In the order in which the participant has them. */
	readonly conversations: readonly PlannedConversation[];
	/** 64 hex digits of this participant's own: item orders and the models' seeds are derived from it. */
	readonly seed: string;
};
