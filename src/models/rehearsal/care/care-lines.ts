import type { Lines } from "../characters.ts";

/** First replies to distress, and further ones for the following messages. Each line must be safe on its own. */
export type CareLines = { readonly first: Lines; readonly stay: Lines };
