import { GrowingMask, maskText } from "../blinding/masking.ts";
import type { Lexicon } from "../blinding/self-identification/lexicon.ts";
import { findSelfIdentification } from "../blinding/self-identification.ts";
import type { ReplyTexts } from "./pace.ts";

/**
 * What is done before anybody sees a reply in which a model names itself, the same for every candidate of every arm.
 * `mask`: each sentence is shown once it is whole. `regenerate`: a reply is shown once all of it is whole, and its arm is
 * asked again before that where it names itself.
 */
export type Screening = { readonly handling: "mask" | "regenerate"; readonly lexicon: Lexicon };

type Progress = Omit<ReplyTexts, "ended">;

/** What may be seen of one reply's texts as they are stored; without a screening, all of them. One for each reader. */
export class Screen {
	readonly #screening: Screening | undefined;
	readonly #masks = new Map<string, GrowingMask>();

	constructor(screening: Screening | undefined) {
		this.#screening = screening;
	}

	shownOf({ texts, writing }: Progress): Progress {
		const screening = this.#screening;
		if (screening === undefined) return { texts, writing };
		const show = (slot: string, text: string) =>
			screening.handling === "mask"
				? this.#maskOf(slot, screening.lexicon).shownOf(text, !writing.includes(slot))
				: wholeText(text, writing.length === 0, screening.lexicon);
		return {
			texts: Object.fromEntries(Object.entries(texts).map(([slot, text]) => [slot, show(slot, text)])),
			writing,
		};
	}

	#maskOf(slot: string, lexicon: Lexicon): GrowingMask {
		const mask = this.#masks.get(slot) ?? new GrowingMask(lexicon);
		this.#masks.set(slot, mask);
		return mask;
	}
}

/** The candidates come together: which of them had to be written again does not show. */
const wholeText = (text: string, allWritten: boolean, lexicon: Lexicon): string =>
	allWritten ? maskText(text, findSelfIdentification(text, lexicon)) : "";
