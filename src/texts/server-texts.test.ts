import { describe, expect, it } from "vitest";
import { SERVER_TEXTS } from "./every-server-text.ts";
import { directionOf } from "./language.ts";
import { serverTextsIn } from "./server-texts.ts";

const asked: string[] = [];
let isReachable = true;
const files = {
	fetch: async (url: string) => {
		asked.push(url);
		if (!isReachable) throw new Error("unreachable files");
		return Response.json(SERVER_TEXTS);
	},
};

describe("the server's texts for participants", () => {
	it("are English while the file of the others cannot be read, and it is read once", async () => {
		isReachable = false;
		expect(await serverTextsIn("de", files)).toMatchObject({ lang: "en", texts: { title: "Study" } });
		isReachable = true;
		for (const language of ["de", "de-AT", "en", "he"]) await serverTextsIn(language, files);
		expect(asked).toEqual(Array(2).fill("https://assets.invalid/server-texts.json"));
	});

	it.each([
		["en", "en", "Study"],
		["ar-EG", "ar-EG", "دراسة"],
		["ja", "ja", "調査"],
		// No catalogue: English, and said so.
		["he", "en", "Study"],
		["constructor", "en", "Study"],
	])("to a study in %s is in %s", async (language, lang, title) =>
		expect(await serverTextsIn(language, files)).toMatchObject({ lang, texts: { title } }),
	);

	it("runs in the direction of its script", () => {
		expect(["ar-EG", "he", "en", "ja"].map(directionOf)).toEqual(["rtl", "rtl", "ltr", "ltr"]);
	});
});
