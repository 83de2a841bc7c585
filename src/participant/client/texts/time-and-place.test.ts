import { describe, expect, it } from "vitest";
import { regionIn, timeIn } from "./time-and-place.ts";

/** Treats no-break spaces as spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 20);

describe("a future time", () => {
	it.each([
		["en-GB", "14:20"],
		["en-US", "2:20 PM"],
		["de", "14:20"],
	])("of today is its time, in %s", (language, text) =>
		expect(plain(timeIn(language, at(28, 14), at(28, 13)))).toBe(text),
	);

	it("includes the day if it is not today", () => {
		const text = plain(timeIn("en-GB", at(29, 1), at(28, 23)));
		expect(text).toContain("Sunday");
		expect(text).toContain("29 November");
		expect(text).toContain("1:20");
	});
});

describe("a country", () => {
	it.each([
		["en", "GB", "United Kingdom"],
		["de", "AT", "Österreich"],
		["en", "nowhere", "nowhere"],
	])("in %s: %s", (language, code, name) => expect(regionIn(language, code)).toBe(name));
});
