import type { Lexicon } from "./self-identification/lexicon.ts";
import { passagesOf } from "./self-identification/passages.ts";
import type { Span } from "./self-identification.ts";
import { spansOf } from "./self-identification.ts";

/** The same for whatever it hides: its length tells nothing of the name. */
export const MASK = "[…]";

/** The text with a mask for each span. The spans are in order, none over another, as `findSelfIdentification` gives them. */
export function maskText(text: string, spans: readonly Pick<Span, "start" | "end">[]): string {
	let masked = "";
	let at = 0;
	for (const { start, end } of spans) {
		masked += text.slice(at, start) + MASK;
		at = end;
	}
	return masked + text.slice(at);
}

/**
 * A text that grows, masked as far as it can be: a sentence is shown once it is whole (or is longer than any bound), for
 * its last word may name the one who speaks. What it has shown it never takes back, and in the end it is exactly
 * `maskText(text, findSelfIdentification(text))`. Looks at each sentence once.
 */
export class GrowingMask {
	readonly #lexicon: Lexicon;
	#done = 0;
	#shown = "";

	constructor(lexicon: Lexicon) {
		this.#lexicon = lexicon;
	}

	/** `text` begins with what it was at the last call. */
	shownOf(text: string, ended: boolean): string {
		for (const passage of passagesOf(text, this.#done, ended)) {
			const spans = spansOf(text, passage, this.#lexicon).map(({ start, end }) => ({
				start: start - passage.start,
				end: end - passage.start,
			}));
			this.#shown += maskText(text.slice(passage.start, passage.end), spans);
			this.#done = passage.end;
		}
		return this.#shown;
	}
}
