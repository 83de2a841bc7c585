import { QUESTIONS } from "./unknown/questions.ts";
import { REQUESTS } from "./unknown/requests.ts";

/**
 * Honest replies to messages about unknown subjects, by the form of the message. The first pattern that fits decides. No
 * reply repeats the participant's words, and each offers a next step.
 */
export const UNKNOWN = { ...REQUESTS, ...QUESTIONS };

export type UnknownKind = keyof typeof UNKNOWN;

export const unknownIn = (text: string): UnknownKind =>
	(Object.keys(UNKNOWN) as UnknownKind[]).find((kind) => UNKNOWN[kind].pattern.test(text)) ?? "statement";
