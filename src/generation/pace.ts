import type { Pace } from "../protocol/schema.ts";
import { type Came, unitsBy } from "./coming.ts";

export type { Pace };

/** What is known of a reply's texts; `FrameStore.progress` gives all but `ended`. */
export type ReplyTexts = {
	/** By slot, as they are stored. */
	readonly texts: Readonly<Record<string, string>>;
	/** Slots whose text may still grow. */
	readonly writing: readonly string[];
	/** Since when how much of them was there to be seen. */
	readonly came: Came;
	/** How often a text turned out to be thinking and began anew. Absent: never. */
	readonly restarts?: number;
	/** The reply's event is in the log: everything may be seen, whatever the pace. */
	readonly ended: boolean;
};

export type Paced = Exclude<Pace, "as-is">;

/** Under a pace text appears in steps of this length, so that no gap between two events is a model's own. */
const TICK_MS = 100;

/**
 * A model that is late holds the text up, of all candidates, until the next whole multiple of this after the first frame at
 * which there is as much to show. So what is left of its speed in the time of any event is how many such steps it was
 * late: a reply that would be 300 ms late and one that would be 1,700 ms late look the same. Two seconds, for people notice
 * a shorter stop all the same and resent a longer one; a multiple of the tick.
 */
export const LATE_STEP_MS = 2000;

/** Against a product such as 0.1 * 90 that comes out a hair under the whole number it stands for. */
const ROUNDING = 1e-6;

/** How many UTF-16 units may be seen so long after the first was, at this rate. */
const unitsAt = (sinceFirstMs: number, { charactersPerSecond }: Paced): number =>
	sinceFirstMs < 0 ? 0 : 1 + Math.floor((sinceFirstMs * charactersPerSecond) / 1000 + ROUNDING);

/** Until so many units have been seen, from when the first is. */
const untilShownMs = (length: number, { charactersPerSecond }: Paced): number =>
	length <= 1 ? 0 : Math.ceil(((length - 1) * 1000) / charactersPerSecond - ROUNDING);

/**
 * From the reply's beginning until a text of that length has been shown whole, where no model is late. 0 for `as-is`. Also
 * where nothing came there is a first frame: the word that it failed.
 */
export const presentationMs = (longestLength: number, pace: Pace): number =>
	pace === "as-is" ? 0 : pace.firstFrameMs + untilShownMs(longestLength, pace);

/** Where a presentation is at some tick: how far it has come by its own time, and whether it is held up there. */
type Place = { readonly atMs: number; readonly positionMs: number; readonly held: boolean };

const beforeFirst = ({ firstFrameMs }: Paced): Place => ({
	atMs: firstFrameMs - TICK_MS,
	positionMs: -TICK_MS,
	held: false,
});

/** One tick on. What counts is what had come by that tick, whenever somebody looks: all readers see the same, also after an eviction. */
function nextPlace(place: Place, came: Came, startedAtMs: number, pace: Paced): Place {
	const atMs = place.atMs + TICK_MS;
	if (place.held && (atMs - pace.firstFrameMs) % LATE_STEP_MS !== 0) return { ...place, atMs };
	// Who was late goes on with a whole step in hand, or would show by the next stop how late.
	const ahead = place.positionMs + (place.held ? LATE_STEP_MS : TICK_MS);
	const held = unitsBy(came, startedAtMs + atMs) < unitsAt(ahead, pace);
	return { atMs, positionMs: held ? place.positionMs : place.positionMs + TICK_MS, held };
}

const isWhole = (came: Came, atMs: number): boolean => unitsBy(came, atMs) === Number.POSITIVE_INFINITY;

/** The last place at or before `elapsedMs`; earlier already, once nothing can hold it up any more. */
function placeAt(elapsedMs: number, came: Came, startedAtMs: number, pace: Paced): Place {
	let place = beforeFirst(pace);
	while (place.atMs + TICK_MS <= elapsedMs) {
		place = nextPlace(place, came, startedAtMs, pace);
		if (!place.held && isWhole(came, startedAtMs + place.atMs)) return place;
	}
	return place;
}

type Looked = { readonly startedAtMs: number; readonly nowMs: number };

/** How many units of any candidate may be seen now: none before `firstFrameMs`, one at it, then `charactersPerSecond`. */
export function visibleUnits(came: Came, { startedAtMs, nowMs }: Looked, pace: Paced): number {
	const elapsedMs = nowMs - startedAtMs;
	const { atMs, positionMs, held } = placeAt(elapsedMs, came, startedAtMs, pace);
	const ticks = held ? 0 : Math.max(0, Math.floor((elapsedMs - atMs) / TICK_MS));
	return unitsAt(positionMs + ticks * TICK_MS, pace);
}

/** From the reply's beginning until all that came has been shown, of which the longest text is so long. All candidates have ended. */
export function shownWholeMs(longestLength: number, came: Came, startedAtMs: number, pace: Pace): number {
	if (pace === "as-is" || !isWhole(came, Number.POSITIVE_INFINITY)) return 0;
	const { atMs, positionMs } = placeAt(Number.POSITIVE_INFINITY, came, startedAtMs, pace);
	return atMs + Math.max(0, untilShownMs(longestLength, pace) - positionMs);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Units looked at around a cut: longer than any emoji sequence; a longer pile of marks is merely cut inside. */
const NEIGHBOURHOOD = 40;

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/**
 * Where to cut a text of which `visible` units may be seen: at most there, before a grapheme that it would cut in half.
 * Of a text that is still being written the last half of a surrogate pair waits for its other half.
 */
export function cutAt(text: string, visible: number): number {
	if (visible >= text.length) {
		const last = text.length - 1;
		return last >= 0 && isHighSurrogate(text.charCodeAt(last)) ? last : text.length;
	}
	if (visible <= 0) return 0;
	const from = Math.max(0, visible - NEIGHBOURHOOD);
	const segment = graphemes.segment(text.slice(from, visible + NEIGHBOURHOOD)).containing(visible - from);
	return segment === undefined ? visible : from + segment.index;
}

/** When, from the reply's beginning, text next appears under this pace. */
export const nextTickMs = (elapsedMs: number, { firstFrameMs }: Paced): number =>
	elapsedMs < firstFrameMs ? firstFrameMs : elapsedMs - ((elapsedMs - firstFrameMs) % TICK_MS) + TICK_MS;

/** What may be seen of each text now. Under a pace all candidates appear together, so that the slower of two models is not seen to be slower. */
export function shownTexts({ texts, ended, came }: ReplyTexts, looked: Looked, pace: Pace): Record<string, string> {
	if (ended) return { ...texts };
	const visible = pace === "as-is" ? Number.POSITIVE_INFINITY : visibleUnits(came, looked, pace);
	return Object.fromEntries(Object.entries(texts).map(([slot, text]) => [slot, text.slice(0, cutAt(text, visible))]));
}
