import type { Json } from "../../shared/json.ts";
import type { Subject } from "./dialogue.ts";

/** One answer to an item of a form. */
export type Answer = {
	readonly form: string;
	readonly item: string;
	/** Of the conversation that the form was about; null for a form of the flow. */
	readonly conversation: string | null;
	readonly value: Json;
	/** 1-based place in which the item stood. */
	readonly position: number;
	/** Of an item with two ends. */
	readonly scale: { readonly min: number; readonly max: number } | null;
};

/** A participant with all that a training set says of them. */
export type Person = Subject & {
	readonly startedAt: string;
	readonly randomisedAt: string;
	readonly attributes: Readonly<Record<string, Json>>;
	readonly answers: readonly Answer[];
	/** What was loaded of them before they came: empty where nothing was. */
	readonly profile: Readonly<Record<string, Json>>;
};

/** What somebody answered to the item of this name about a conversation, or about none; null where it was not asked. */
export const answerTo = ({ answers }: Person, item: string, conversation: string | null = null): Answer | null =>
	answers.findLast((answer) => answer.item === item && answer.conversation === conversation) ?? null;
