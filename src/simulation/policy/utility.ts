import { type Draws, EULER, gumbel, normal } from "./draws.ts";
import { type Policy, RATING_SLOPE } from "./policy-schema.ts";

/** Worths by conversation, in the participant's order, and by slot. They come from the policy's preferences without naming an arm. */
export type SlotWorths = readonly Readonly<Record<string, number>>[];

export type Mind = {
	readonly draws: Draws;
	readonly policy: Policy;
	/** Empty before randomisation. */
	readonly worths: SlotWorths;
};

/** Something that is chosen, ranked or rated: a conversation (from 1), one of its slots, and for choices the turn. */
export type Option = {
	readonly conversation: number;
	readonly slot: string;
	/** 0 for the conversation as a whole. */
	readonly turn: number;
	/** The slot whose arm answers there, if another one was chosen in the first turn. */
	readonly arm?: string;
};

/** How much the participant likes it: its worth and their noise. The same each time it is asked. */
export function liking({ draws, policy, worths }: Mind, { conversation, slot, turn, arm = slot }: Option): number {
	const worth = worths[conversation - 1]?.[arm] ?? 0;
	return policy.noise === 0 ? worth : worth + policy.noise * gumbel(draws("utility", conversation, turn, slot));
}

/** The utility by which options are chosen and ranked. `position` is where the option is shown, from 0. */
export const utility = (mind: Mind, option: Option, position: number): number =>
	liking(mind, option) - mind.policy.positionBias * position;

/** A rating as a share of its scale, from 0 to 1. `item` keeps the items of a form apart. */
export function ratingShare(mind: Mind, option: Option, item: string): number {
	const { noise } = mind.policy;
	const own =
		noise === 0 ? 0 : noise * normal(mind.draws("rating", option.conversation, option.turn, option.slot, item));
	const share = 0.5 + RATING_SLOPE * (liking(mind, option) - EULER * noise + own / 2);
	return Math.min(1, Math.max(0, share));
}
