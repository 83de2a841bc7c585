import type { Pace } from "../../protocol/schema/schema.ts";
import { type Arrivals, unitsArrivedBy } from "./text-arrivals.ts";

export type { Pace };

/** The state of a reply's texts. `FrameStore.progress` gives all but `ended`. */
export type ReplyTexts = {
	/** By slot, as they are stored. */
	readonly texts: Readonly<Record<string, string>>;
	/** Slots whose text may still grow. */
	readonly writing: readonly string[];
	/** When how much of them was available. */
	readonly arrivals: Arrivals;
	/** How often a text turned out to be thinking and began anew. Absent: never. */
	readonly restarts?: number;
	/** The reply's event is in the log: everything may be seen, whatever the pace. */
	readonly ended: boolean;
};

export type Paced = Exclude<Pace, "as-is">;

/** Under a pace, text appears in steps of this length, so that no gap between two events comes from a model. */
const TICK_MS = 100;

/**
 * A late model stops the text of all candidates. The text goes on at a multiple of this time after the first frame, once there
 * is a whole step to show. The times of events then show only how many steps a reply was late: 300 ms and 1,700 ms look the
 * same. Two seconds, because people notice shorter stops too and resent longer ones. It is a multiple of the tick.
 */
export const LATE_STEP_MS = 2000;

/** For products such as 0.1 * 90, which are a little less than the whole number. */
const ROUNDING = 1e-6;

/** How many UTF-16 units may be shown this long after the first one. */
const unitsAt = (sinceFirstMs: number, { charactersPerSecond }: Paced): number =>
	sinceFirstMs < 0 ? 0 : 1 + Math.floor((sinceFirstMs * charactersPerSecond) / 1000 + ROUNDING);

/** Time from the first unit until so many have been shown. */
const untilShownMs = (length: number, { charactersPerSecond }: Paced): number =>
	length <= 1 ? 0 : Math.ceil(((length - 1) * 1000) / charactersPerSecond - ROUNDING);

/**
 * Time from the reply's beginning until a text of this length has been shown, if no model is late. 0 for `as-is`. An empty
 * reply has a first frame, too: the one that says it failed.
 */
export const presentationMs = (longestLength: number, pace: Pace): number =>
	pace === "as-is" ? 0 : pace.firstFrameMs + untilShownMs(longestLength, pace);

/** A presentation at one tick: its position in its own time, and whether it has stopped there. */
type Place = { readonly atMs: number; readonly positionMs: number; readonly held: boolean };

const beforeFirst = ({ firstFrameMs }: Paced): Place => ({
	atMs: firstFrameMs - TICK_MS,
	positionMs: -TICK_MS,
	held: false,
});

/** The next tick. It depends on what had arrived by then, not on when somebody looks: all readers see the same, also after an eviction. */
function nextPlace(place: Place, arrivals: Arrivals, startedAtMs: number, pace: Paced): Place {
	const atMs = place.atMs + TICK_MS;
	if (place.held && (atMs - pace.firstFrameMs) % LATE_STEP_MS !== 0) return { ...place, atMs };
	// With less than a whole step to show, the next stop would show how late the model was.
	const ahead = place.positionMs + (place.held ? LATE_STEP_MS : TICK_MS);
	const held = unitsArrivedBy(arrivals, startedAtMs + atMs) < unitsAt(ahead, pace);
	return { atMs, positionMs: held ? place.positionMs : place.positionMs + TICK_MS, held };
}

const isWhole = (arrivals: Arrivals, atMs: number): boolean =>
	unitsArrivedBy(arrivals, atMs) === Number.POSITIVE_INFINITY;

/** The last place at or before `elapsedMs`; earlier already, once nothing can hold it up any more. */
function placeAt(elapsedMs: number, arrivals: Arrivals, startedAtMs: number, pace: Paced): Place {
	let place = beforeFirst(pace);
	while (place.atMs + TICK_MS <= elapsedMs) {
		place = nextPlace(place, arrivals, startedAtMs, pace);
		if (!place.held && isWhole(arrivals, startedAtMs + place.atMs)) return place;
	}
	return place;
}

type Looked = { readonly startedAtMs: number; readonly nowMs: number };

/** How many units of any candidate may be seen now: none before `firstFrameMs`, one at it, then `charactersPerSecond`. */
export function visibleUnits(arrivals: Arrivals, { startedAtMs, nowMs }: Looked, pace: Paced): number {
	const elapsedMs = nowMs - startedAtMs;
	const { atMs, positionMs, held } = placeAt(elapsedMs, arrivals, startedAtMs, pace);
	const ticks = held ? 0 : Math.max(0, Math.floor((elapsedMs - atMs) / TICK_MS));
	return unitsAt(positionMs + ticks * TICK_MS, pace);
}

/** Time from the reply's beginning until its longest text has been shown in full. All candidates have ended. */
export function shownWholeMs(longestLength: number, arrivals: Arrivals, startedAtMs: number, pace: Pace): number {
	if (pace === "as-is" || !isWhole(arrivals, Number.POSITIVE_INFINITY)) return 0;
	const { atMs, positionMs } = placeAt(Number.POSITIVE_INFINITY, arrivals, startedAtMs, pace);
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
export function shownTexts({ texts, ended, arrivals }: ReplyTexts, looked: Looked, pace: Pace): Record<string, string> {
	if (ended) return { ...texts };
	const visible = pace === "as-is" ? Number.POSITIVE_INFINITY : visibleUnits(arrivals, looked, pace);
	return Object.fromEntries(Object.entries(texts).map(([slot, text]) => [slot, text.slice(0, cutAt(text, visible))]));
}
