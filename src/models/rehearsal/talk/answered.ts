import type { Lines } from "../characters.ts";

/** Lines for the messages that fit a pattern. The pattern reads normalised messages. */
export type Answered = { readonly pattern: RegExp; readonly lines: Lines };
