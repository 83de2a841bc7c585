/** Units that are examined around a cut. No emoji sequence is longer; a longer pile of marks is cut inside. */
const NEIGHBOURHOOD = 40;
const LINE_FEED = 10;

/** Whether graphemes can be found. Browsers from 2022 may lack what it takes, and then should not cut texts. */
export const CAN_CUT = typeof Intl.Segmenter === "function";

const graphemes = CAN_CUT ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : null;
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** ASCII has a grapheme boundary between any two characters, except in CR LF. So `Intl.Segmenter` is not needed. */
const isBreakInAscii = (before: number, after: number): boolean => before < 0x80 && after < 0x80 && after !== LINE_FEED;

/**
 * Where to cut a text of which `visible` units may be shown: there, or before a grapheme that would be split. In a text
 * that still grows, the first half of a surrogate pair waits for the second.
 */
export function cutAt(text: string, visible: number): number {
	if (visible >= text.length) {
		const last = text.length - 1;
		return last >= 0 && isHighSurrogate(text.charCodeAt(last)) ? last : text.length;
	}
	if (visible <= 0) return 0;
	if (isBreakInAscii(text.charCodeAt(visible - 1), text.charCodeAt(visible))) return visible;
	const from = Math.max(0, visible - NEIGHBOURHOOD);
	const segment = graphemes?.segment(text.slice(from, visible + NEIGHBOURHOOD)).containing(visible - from);
	return segment === undefined ? visible : from + segment.index;
}
