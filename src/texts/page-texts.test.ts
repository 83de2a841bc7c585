import { describe, expect, it } from "vitest";
import { directionOf } from "./language.ts";
import { acceptedLanguage, pageTextsIn } from "./page-texts.ts";

describe("what the server says to participants", () => {
	it.each([
		["en", "en", "Study"],
		["ar-EG", "ar-EG", "دراسة"],
		["ja", "ja", "調査"],
		// No catalogue: English, and said so.
		["he", "en", "Study"],
		["constructor", "en", "Study"],
	])("to a study in %s is in %s", (language, lang, title) =>
		expect(pageTextsIn(language)).toMatchObject({ lang, texts: { title } }),
	);

	it.each([
		[undefined, "en"],
		["", "en"],
		["xx-XX,xx;q=0.9", "en"],
		["xx-XX, ja;q=0.8, en;q=0.5", "ja"],
		["ar-EG", "ar-EG"],
		['"><script>', "en"],
	])("is in the browser's language where no study says it: %s", (header, language) =>
		expect(acceptedLanguage(header)).toBe(language),
	);

	it("runs in the direction of its script", () => {
		expect(["ar-EG", "he", "en", "ja"].map(directionOf)).toEqual(["rtl", "rtl", "ltr", "ltr"]);
	});
});
