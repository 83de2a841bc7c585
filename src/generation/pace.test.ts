import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutAt, nextTickMs, presentationMs, shownTexts, visibleCharacters } from "./pace.ts";

const PACE = { firstFrameMs: 900, charactersPerSecond: 90 };
const paces = fc.record({
	firstFrameMs: fc.integer({ min: 0, max: 60_000 }),
	charactersPerSecond: fc.double({ min: 1, max: 10_000, noNaN: true }),
});
const SEEDED = { seed: 20_260_501, numRuns: 500 };

describe("visibleCharacters", () => {
	it.each([
		[0, 0],
		[899, 0],
		[900, 1],
		[1000, 10],
		[1900, 91],
	])("at %d ms shows %d", (elapsedMs, visible) => expect(visibleCharacters(elapsedMs, PACE)).toBe(visible));

	it("knows no bounds as is", () => expect(visibleCharacters(0, "as-is")).toBe(Number.POSITIVE_INFINITY));
});

describe("presentationMs", () => {
	it("is when the last character is first seen, to the millisecond", () => {
		fc.assert(
			fc.property(paces, fc.integer({ min: 2, max: 20_000 }), (pace, length) => {
				const endMs = presentationMs(length, pace);
				expect(visibleCharacters(endMs, pace)).toBeGreaterThanOrEqual(length);
				expect(visibleCharacters(endMs - 1, pace)).toBeLessThan(length);
			}),
			SEEDED,
		);
	});

	it("is nothing where nothing is shown, or as is", () => {
		expect(presentationMs(0, PACE)).toBe(0);
		expect(presentationMs(500, "as-is")).toBe(0);
	});
});

describe("cutAt", () => {
	it.each([
		["a plain text", "hello", 3, "hel"],
		["a surrogate pair", "a🙂b", 2, "a"],
		["a family of one grapheme", "a👩‍👩‍👧b", 5, "a"],
		["a letter with its mark", "xe\u0301y", 2, "x"],
		["a flag", "🇩🇪🇫🇷", 6, "🇩🇪"],
		["an end in half a pair", "ab\ud83d", 99, "ab"],
		["nothing", "abc", 0, ""],
	])("does not cut through %s", (_case, text, visible, shown) => {
		expect(text.slice(0, cutAt(text, visible))).toBe(shown);
	});

	it("never shows more than is visible, and all in the end", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.nat(400), (text, visible) => {
				expect(cutAt(text, visible)).toBeLessThanOrEqual(visible);
				expect(cutAt(text, text.length)).toBe(text.length);
			}),
			SEEDED,
		);
	});
});

describe("shownTexts", () => {
	const texts = { a: "x".repeat(500), b: "y".repeat(40) };

	it("shows as many characters of each at the same time", () => {
		const shown = shownTexts({ texts, writing: [], ended: false }, 1200, PACE);
		expect([shown.a?.length, shown.b?.length]).toEqual([28, 28]);
	});

	it("lets none run ahead of one that is still being written", () => {
		const shown = shownTexts({ texts, writing: ["a", "b"], ended: false }, 5000, PACE);
		expect([shown.a?.length, shown.b?.length]).toEqual([40, 40]);
	});

	it("moves in steps of the pace, not of the reader's looks", () => {
		const lengthAt = (ms: number) => shownTexts({ texts, writing: [], ended: false }, ms, PACE).a?.length;
		expect([lengthAt(900), lengthAt(999), lengthAt(1000), lengthAt(1042)]).toEqual([1, 1, 10, 10]);
		expect([nextTickMs(0, PACE), nextTickMs(900, PACE), nextTickMs(1042, PACE)]).toEqual([900, 1000, 1100]);
	});

	it("shows what is stored as is, and everything once the reply has ended", () => {
		expect(shownTexts({ texts, writing: ["a"], ended: false }, 0, "as-is")).toEqual(texts);
		expect(shownTexts({ texts, writing: [], ended: true }, 0, PACE)).toEqual(texts);
	});
});
