import { Finder } from "../self-identification/finder.ts";
import type { Lexicon } from "../self-identification/names/lexicon.ts";
import type { Span } from "../self-identification/span.ts";

/** One sign for everything, so that its length reveals nothing about the name. */
export const MASK = "[…]";

/** Before these characters, Markdown would read the mask as a link or a link definition and hide what follows. */
const MAKES_A_LINK = "([:";
const HAIR_SPACE = "\u200a";

/**
 * The text, or its part from `from` to `to`, with a mask for each span. Spans are sorted and do not overlap, as
 * `findSelfIdentification` returns them.
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
 * Masks a text while it grows. A sentence is shown once it is complete (or longer than any limit), because its last word
 * may name the model. A sentence with a name is shown once the next one is complete. Shown text never changes, and the
 * result is exactly `maskText(text, findSelfIdentification(text))`.
 */
export class GrowingMask {
	readonly #finder: Finder;
	#shown = "";

	constructor(lexicon: Lexicon) {
		this.#finder = new Finder(lexicon);
	}

	/** `text` has to start with the text of the call before. */
	shownOf(text: string, ended: boolean): string {
		for (const { passage, spans } of this.#finder.examine(text, ended)) this.#shown += maskText(text, spans, passage);
		return this.#shown;
	}
}
