import { describe, expect, it } from "vitest";
import { directionOf } from "./language.ts";
import { serverTextsIn } from "./server-texts.ts";

describe("the server's texts for participants", () => {
	it.each([
		["en", "en", "Study"],
		["ar-EG", "ar-EG", "دراسة"],
		["ja", "ja", "調査"],
		// No catalogue: English, and said so.
		["he", "en", "Study"],
		["constructor", "en", "Study"],
	])("to a study in %s is in %s", (language, lang, title) =>
		expect(serverTextsIn(language)).toMatchObject({ lang, texts: { title } }),
	);

	it("runs in the direction of its script", () => {
		expect(["ar-EG", "he", "en", "ja"].map(directionOf)).toEqual(["rtl", "rtl", "ltr", "ltr"]);
	});
});
