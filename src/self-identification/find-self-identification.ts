import { Finder } from "./finder.ts";
import { LEXICON, type Lexicon } from "./names/lexicon.ts";
import type { Span } from "./span.ts";

export type { Span };

/**
 * Every place in which the reply speaks of what it is: in order, none over another. In all languages at once, for replies mix
 * them. Not every mention of a model: "ChatGPT came out in 2022" is none, unless the reply names its own model before.
 */
export const findSelfIdentification = (text: string, lexicon: Lexicon = LEXICON): Span[] =>
	new Finder(lexicon).judge(text, true).flatMap(({ spans }) => spans);
