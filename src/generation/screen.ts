import { GrowingMask, maskText } from "../blinding/masking.ts";
import type { Lexicon } from "../blinding/self-identification/lexicon.ts";
import { findSelfIdentification } from "../blinding/self-identification.ts";
import { type Came, cameTogether, cameWhole } from "./coming.ts";
import type { StoredReply } from "./frame.ts";
import type { ReplyTexts } from "./pace.ts";

/**
 * What is done before anybody sees a reply in which a model names itself, the same for every candidate of every arm.
 * `mask`: each sentence is shown once it is whole. `regenerate`: a reply is shown once all of it is whole, and its arm is
 * asked again before that where it names itself.
 */
export type Screening = { readonly handling: "mask" | "regenerate"; readonly lexicon: Lexicon };

/** Texts as they are stored, and the reply that they are of: it knows when each piece came. */
export type StoredTexts = Pick<ReplyTexts, "texts" | "writing"> & { readonly reply: StoredReply };

/** What may be seen of one reply's texts as they are stored, and since when; without a screening, all of them. One for each reader. */
export class Screen {
	readonly #screening: Screening | undefined;
	readonly #masks = new Map<string, GrowingMask>();
	readonly #came = new Map<string, { readonly atMs: number; readonly units: number }[]>();

	constructor(screening: Screening | undefined) {
		this.#screening = screening;
	}

	shownOf({ texts, writing, reply }: StoredTexts): Omit<ReplyTexts, "ended"> {
		const screening = this.#screening;
		const allWritten = writing.length === 0;
		const endedAtMs = (slot: string) => (writing.includes(slot) ? null : reply[slot]?.endedAtMs);
		const restarts = Object.values(reply).reduce((sum, candidate) => sum + (candidate.restarts ?? 0), 0);
		if (screening?.handling === "regenerate") {
			const slots = Object.entries(texts);
			const shown = slots.map(([slot, text]) => [slot, wholeText(text, allWritten, screening.lexicon)]);
			const came = cameTogether(slots.map(([slot]) => cameWhole([], "", endedAtMs(slot))));
			return { texts: Object.fromEntries(shown), writing, came, restarts };
		}
		const shown = Object.entries(texts).map(([slot, text]) => {
			const mask = screening && this.#maskOf(versionOf(slot, reply), screening.lexicon);
			const came = this.#cameOf(slot, text, reply, mask);
			const seen = mask ? mask.shownOf(text, !writing.includes(slot)) : text;
			return { slot, seen, came: cameWhole(came, seen, endedAtMs(slot)) };
		});
		return {
			texts: Object.fromEntries(shown.map(({ slot, seen }) => [slot, seen])),
			writing,
			came: cameTogether(shown.map(({ came }) => came)),
			restarts,
		};
	}

	/** Each piece is looked at once: a mask grows with its text, and has to, for what it hides is known by what comes after. */
	#cameOf(slot: string, text: string, reply: StoredReply, mask: GrowingMask | undefined): Came {
		const version = versionOf(slot, reply);
		const came = this.#came.get(version) ?? [];
		this.#came.set(version, came);
		const arrivals = reply[slot]?.arrivals ?? [];
		let length = arrivals.slice(0, came.length).reduce((sum, [, added]) => sum + added, 0);
		for (const [atMs, added] of arrivals.slice(came.length)) {
			length += added;
			came.push({ atMs, units: mask ? mask.shownOf(text.slice(0, length), false).length : length });
		}
		return came;
	}

	#maskOf(version: string, lexicon: Lexicon): GrowingMask {
		const mask = this.#masks.get(version) ?? new GrowingMask(lexicon);
		this.#masks.set(version, mask);
		return mask;
	}
}

/** A text that began anew is another text. */
const versionOf = (slot: string, reply: StoredReply): string => `${slot}/${reply[slot]?.restarts ?? 0}`;

/** The candidates come together: which of them had to be written again does not show. */
const wholeText = (text: string, allWritten: boolean, lexicon: Lexicon): string =>
	allWritten ? maskText(text, findSelfIdentification(text, lexicon)) : "";
