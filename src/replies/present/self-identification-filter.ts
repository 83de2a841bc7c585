import { GrowingMask, maskText } from "../../blinding/masking.ts";
import { findSelfIdentification } from "../../self-identification/finder.ts";
import type { Lexicon } from "../../self-identification/names/lexicon.ts";
import type { StoredReply } from "../write/frame.ts";
import type { ReplyTexts } from "./pace.ts";
import { sharedArrivals, type TextArrivals, untilComplete } from "./text-arrivals.ts";

/**
 * How replies are held back to hide self-identifications, the same for every candidate of every arm. `mask` shows each
 * sentence once it has been checked. `regenerate` shows a reply when all candidates are complete; an arm that names its
 * model is asked again before.
 */
export type Screening = { readonly handling: "mask" | "regenerate"; readonly lexicon: Lexicon };

/** Stored texts, and the stored reply with the time of each piece. */
export type StoredTexts = Pick<ReplyTexts, "texts" | "writing"> & { readonly reply: StoredReply };

/** Decides what may be shown of one reply's stored texts, and when. Without `screening`, everything. Each reader has its own filter. */
export class SelfIdentificationFilter {
	readonly #screening: Screening | undefined;
	readonly #masks = new Map<string, GrowingMask>();
	readonly #arrivals = new Map<string, { readonly atMs: number; readonly units: number }[]>();

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
			const arrivals = sharedArrivals(slots.map(([slot]) => untilComplete([], "", endedAtMs(slot))));
			return { texts: Object.fromEntries(shown), writing, arrivals, restarts };
		}
		const shown = Object.entries(texts).map(([slot, text]) => {
			const mask = screening && this.#maskOf(versionOf(slot, reply), screening.lexicon);
			const arrivals = this.#arrivalsOf(slot, text, reply, mask);
			const visible = mask ? mask.shownOf(text, !writing.includes(slot)) : text;
			return { slot, visible, arrivals: untilComplete(arrivals, visible, endedAtMs(slot)) };
		});
		return {
			texts: Object.fromEntries(shown.map(({ slot, visible }) => [slot, visible])),
			writing,
			arrivals: sharedArrivals(shown.map(({ arrivals }) => arrivals)),
			restarts,
		};
	}

	/** Checks each piece once. A mask has to grow with its text, because later text decides what it hides. */
	#arrivalsOf(slot: string, text: string, reply: StoredReply, mask: GrowingMask | undefined): TextArrivals {
		const version = versionOf(slot, reply);
		const arrivals = this.#arrivals.get(version) ?? [];
		this.#arrivals.set(version, arrivals);
		const stored = reply[slot]?.arrivals ?? [];
		let length = stored.slice(0, arrivals.length).reduce((sum, [, added]) => sum + added, 0);
		for (const [atMs, added] of stored.slice(arrivals.length)) {
			length += added;
			arrivals.push({ atMs, units: mask ? mask.shownOf(text.slice(0, length), false).length : length });
		}
		return arrivals;
	}

	#maskOf(version: string, lexicon: Lexicon): GrowingMask {
		const mask = this.#masks.get(version) ?? new GrowingMask(lexicon);
		this.#masks.set(version, mask);
		return mask;
	}
}

/** A text that restarts is a new text. */
const versionOf = (slot: string, reply: StoredReply): string => `${slot}/${reply[slot]?.restarts ?? 0}`;

/** All candidates appear together, so that it does not show which one was requested again. */
const wholeText = (text: string, allWritten: boolean, lexicon: Lexicon): string =>
	allWritten ? maskText(text, findSelfIdentification(text, lexicon)) : "";
