import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
import { cutAt } from "./cut-text.ts";

const SEEDED = { seed: 20_260_501, numRuns: cases(500) };

describe("cutAt", () => {
	it.each([
		["a plain text", "hello", 3, "hel"],
		["a surrogate pair", "a🙂b", 2, "a"],
		["a family of one grapheme", "a👩‍👩‍👧b", 5, "a"],
		["a letter with its mark", "xe\u0301y", 2, "x"],
		["a flag", "🇩🇪🇫🇷", 6, "🇩🇪"],
		["a line break of two", "a\r\nb", 2, "a"],
		["a letter before its mark", "xe\u0301", 2, "x"],
		["an end in half a pair", "ab\ud83d", 99, "ab"],
		["nothing", "abc", 0, ""],
	])("does not cut through %s", (_case, text, visible, shown) => {
		expect(text.slice(0, cutAt(text, visible))).toBe(shown);
	});

	it("cuts at Unicode's grapheme boundaries, also in ASCII text", () => {
		const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
		const unit = fc.constantFrom("a", " ", "\r", "\n", "\t", "e\u0301", "\u200d", "🙂", "7", "ß");
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 30 }), fc.nat(29), (text, visible) => {
				fc.pre(visible < text.length);
				const expected = graphemes.segment(text).containing(visible)?.index;
				expect(cutAt(text, visible)).toBe(expected);
			}),
			SEEDED,
		);
	});

	it("never shows more than is visible, and everything at the end", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.nat(400), (text, visible) => {
				expect(cutAt(text, visible)).toBeLessThanOrEqual(visible);
				expect(cutAt(text, text.length)).toBe(text.length);
			}),
			SEEDED,
		);
	});
});
