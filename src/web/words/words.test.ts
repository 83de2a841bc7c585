import { describe, expect, it } from "vitest";
import { acceptedLanguage, directionOf, wordsIn } from "./words.ts";

describe("words to participants", () => {
	it.each([
		["en", "en", "Study"],
		["ar-EG", "ar-EG", "دراسة"],
		["ja", "ja", "調査"],
		// No catalogue: English, and said so.
		["he", "en", "Study"],
		["constructor", "en", "Study"],
	])("to a study in %s are in %s", (language, lang, title) =>
		expect(wordsIn(language)).toMatchObject({ lang, words: { title } }),
	);

	it("have all the same places", () => {
		const placesOf = (value: object): string[] =>
			Object.entries(value).flatMap(([name, part]) =>
				typeof part === "object" ? placesOf(part).map((place) => `${name}/${place}`) : [name],
			);
		const english = placesOf(wordsIn("en").words);
		for (const language of ["ar", "ja"]) expect(placesOf(wordsIn(language).words)).toEqual(english);
	});

	it.each([
		[undefined, "en"],
		["", "en"],
		["fr-FR,fr;q=0.9", "en"],
		["fr-FR, ja;q=0.8, en;q=0.5", "ja"],
		["ar-EG", "ar-EG"],
		['"><script>', "en"],
	])("where no study says it, are those that the browser asks for: %s", (header, language) =>
		expect(acceptedLanguage(header)).toBe(language),
	);

	it("run in the direction of their script", () => {
		expect(["ar-EG", "he", "en", "ja"].map(directionOf)).toEqual(["rtl", "rtl", "ltr", "ltr"]);
	});
});
