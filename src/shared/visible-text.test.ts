import { describe, expect, it } from "vitest";
import { isBlank, visibleLength } from "./visible-text.ts";

const blanks: readonly [what: string, text: string][] = [
	["nothing", ""],
	["white space", " \t\r\n\u00a0\u2003\u3000\u0085\u2028"],
	["a zero-width space", "\u200b"],
	["zero-width joiners", "\u200c\u200d\u2060\ufeff"],
	["a Hangul filler", "\u3164"],
	["Hangul jamo fillers", "\u115f\u1160\uffa0"],
	["a braille blank", "\u2800"],
	["a soft hyphen", "\u00ad"],
	["NUL and other controls", "\u0000\u0007\u001b\u009f"],
	["bidirectional controls", "\u200e\u200f\u061c\u202a\u202e\u2066\u2069"],
	["variation selectors", "\ufe0f\ufe00\u{e0100}"],
	["Mongolian selectors", "\u180b\u180e"],
	["tags", "\u{e0001}\u{e0041}\u{e007f}"],
	["combining marks alone", "\u0301\u20dd\u0e31"],
	["a grapheme joiner", "\u034f"],
	["Khmer inherent vowels", "\u17b4\u17b5"],
	["an object replacement", "\ufffc"],
	["musical and Egyptian blanks", "\u{1d159}\u{1d173}\u{13441}"],
	["shorthand format controls", "\u{1bca0}"],
	["noncharacters", "\uffff\u{1fffe}"],
	["half a character", "\ud83d"],
];

describe("text without a visible character", () => {
	it.each(blanks)("is blank: %s", (_what, text) => {
		expect([isBlank(text), visibleLength(text)]).toEqual([true, 0]);
		expect(isBlank(`${text}.${text}`)).toBe(false);
	});
});

describe("text with a visible character", () => {
	it.each(["a", "0", "。", "é", "e\u0301", "กำ", "क्या", "می‌خواهم", "👩‍👩‍👧", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "⠁", "١", "\ufffd", "㋿"])(
		"is not blank: %s",
		(text) => expect(isBlank(text)).toBe(false),
	);
});

describe("a visible length", () => {
	it.each([
		["hello", 5],
		["  a b  ", 3],
		["a\u200b\u200b\u200b\u200b", 1],
		["a\nb", 3],
		["e\u0301", 2],
		["🙂", 2],
		["\u2800a\u2800", 1],
	])("of %j is %d", (text, length) => expect(visibleLength(text)).toBe(length));
});
