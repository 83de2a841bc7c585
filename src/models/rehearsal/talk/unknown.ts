import { QUESTIONS } from "./unknown/questions.ts";
import { REQUESTS } from "./unknown/requests.ts";

/** Messages about unknown subjects, by their form. The first pattern that fits decides. */
const PATTERNS = { ...REQUESTS, ...QUESTIONS };

export type UnknownKind = keyof typeof PATTERNS;

export const unknownIn = (text: string): UnknownKind =>
	(Object.keys(PATTERNS) as UnknownKind[]).find((kind) => PATTERNS[kind].test(text)) ?? "statement";
