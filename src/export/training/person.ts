import type { Json } from "../../shared/json.ts";
import type { Subject } from "./dialogue.ts";

/** One answer to an item of a form. */
export type Answer = {
	readonly form: string;
	readonly item: string;
	/** The conversation that the form was about. Null for a form of the flow. */
	readonly conversation: string | null;
	readonly value: Json;
	/** The item's place in the form as shown, from 1. */
	readonly position: number;
	/** The ends of the scale, for an item that has one. */
	readonly scale: { readonly min: number; readonly max: number } | null;
};

/** A participant with all data that a training set may contain. */
export type Person = Subject & {
	readonly startedAt: string;
	readonly randomisedAt: string;
	readonly attributes: Readonly<Record<string, Json>>;
	readonly answers: readonly Answer[];
	/** The profile that was loaded before the session. Empty if there was none. */
	readonly profile: Readonly<Record<string, Json>>;
};

/** The person's answer to this item about a conversation, or in a form of the flow. Null if it was not asked. */
export const answerTo = ({ answers }: Person, item: string, conversation: string | null = null): Answer | null =>
	answers.findLast((answer) => answer.item === item && answer.conversation === conversation) ?? null;
