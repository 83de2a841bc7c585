import { Finder } from "../self-identification/finder.ts";
import type { Lexicon } from "../self-identification/names/lexicon.ts";
import type { Span } from "../self-identification/span.ts";

/** The same for whatever it hides: its length tells nothing of the name. */
export const MASK = "[…]";

/** Before these, Markdown would take the mask for a link or for the definition of one, and hide what follows. */
const MAKES_A_LINK = "([:";
const HAIR_SPACE = "\u200a";

/**
 * The text with a mask for each span, or the part of it from `from` to `to`. The spans are in order, none over another, as
 * `findSelfIdentification` gives them.
 */
export function maskText(
	text: string,
	spans: readonly Pick<Span, "start" | "end">[],
	{ start: from, end: to } = { start: 0, end: text.length },
): string {
	let masked = "";
	let at = from;
	for (const { start, end } of spans) {
		masked += text.slice(at, start) + MASK;
		if (end < text.length && MAKES_A_LINK.includes(text.charAt(end))) masked += HAIR_SPACE;
		at = end;
	}
	return masked + text.slice(at, to);
}

/**
 * A text that grows, masked as far as it can be: a sentence is shown once it is whole (or is longer than any bound), for its
 * last word may name the speaker; one with a name in it once the next is whole. What was shown never changes, and in the end
 * it is exactly `maskText(text, findSelfIdentification(text))`.
 */
export class GrowingMask {
	readonly #finder: Finder;
	#shown = "";

	constructor(lexicon: Lexicon) {
		this.#finder = new Finder(lexicon);
	}

	/** `text` begins with what it was at the last call. */
	shownOf(text: string, ended: boolean): string {
		for (const { passage, spans } of this.#finder.judge(text, ended)) this.#shown += maskText(text, spans, passage);
		return this.#shown;
	}
}
