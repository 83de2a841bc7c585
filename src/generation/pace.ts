import type { Pace } from "../protocol/schema.ts";

export type { Pace };

/** What is known of a reply's texts; `FrameStore.progress` gives all but `ended`. */
export type ReplyTexts = {
	/** By slot, as they are stored. */
	readonly texts: Readonly<Record<string, string>>;
	/** Slots whose text may still grow. */
	readonly writing: readonly string[];
	/** The reply's event is in the log: everything may be seen, whatever the pace. */
	readonly ended: boolean;
};

/** Under a pace text appears in steps of this length, so that no gap between two events is a model's own. */
const TICK_MS = 100;

/** Against a product such as 0.1 * 90 that comes out a hair under the whole number it stands for. */
const ROUNDING = 1e-6;

/**
 * How many UTF-16 units of any candidate may be seen `elapsedMs` after the reply began: none before `firstFrameMs`, one
 * at it, then `charactersPerSecond`. The same for every candidate of every arm. Infinity for `as-is`.
 */
export function visibleCharacters(elapsedMs: number, pace: Pace): number {
	if (pace === "as-is") return Number.POSITIVE_INFINITY;
	const sinceFirstMs = elapsedMs - pace.firstFrameMs;
	return sinceFirstMs < 0 ? 0 : 1 + Math.floor((sinceFirstMs * pace.charactersPerSecond) / 1000 + ROUNDING);
}

/** From the reply's beginning until a text of that length has been shown whole. 0 for `as-is`, and where nothing came. */
export function presentationMs(longestLength: number, pace: Pace): number {
	if (pace === "as-is" || longestLength === 0) return 0;
	return pace.firstFrameMs + Math.ceil(((longestLength - 1) * 1000) / pace.charactersPerSecond - ROUNDING);
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
export function nextTickMs(elapsedMs: number, pace: Exclude<Pace, "as-is">): number {
	return elapsedMs < pace.firstFrameMs ? pace.firstFrameMs : lastTickMs(elapsedMs, pace) + TICK_MS;
}

const lastTickMs = (elapsedMs: number, pace: Exclude<Pace, "as-is">): number =>
	elapsedMs - ((elapsedMs - pace.firstFrameMs) % TICK_MS);

/**
 * What may be seen of each text. Under a pace no candidate runs ahead of one that is still being written: they appear
 * together, so that the slower of two models is not seen to be slower.
 */
export function shownTexts(
	{ texts, writing, ended }: ReplyTexts,
	elapsedMs: number,
	pace: Pace,
): Record<string, string> {
	if (ended) return { ...texts };
	const seen = pace === "as-is" || elapsedMs < pace.firstFrameMs ? elapsedMs : lastTickMs(elapsedMs, pace);
	const slowest = pace === "as-is" ? [] : writing.map((slot) => texts[slot]?.length ?? 0);
	const visible = Math.min(visibleCharacters(seen, pace), ...slowest);
	return Object.fromEntries(Object.entries(texts).map(([slot, text]) => [slot, text.slice(0, cutAt(text, visible))]));
}
