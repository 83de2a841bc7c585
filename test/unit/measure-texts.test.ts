import { describe, expect, it } from "vitest";
import { languagesOf } from "../../scripts/measures/language.ts";
import { rowsFrom, textColumn } from "../../scripts/measures/texts-from.ts";

describe("the rows of a file", () => {
	it("keeps texts as they are: spaces, line breaks, NA", () => {
		const rows = rowsFrom('id,text\n1," a\n""b"" "\n2,NA\n', "texts.csv");
		expect(rows).toEqual({
			ok: true,
			value: [
				{ id: "1", text: ' a\n"b" ' },
				{ id: "2", text: "NA" },
			],
		});
	});

	it("reads JSON Lines", () => {
		expect(rowsFrom('{"text":"a","turn":1}\n\n{"text":null}\n', "texts.jsonl")).toEqual({
			ok: true,
			value: [{ text: "a", turn: "1" }, { text: "" }],
		});
	});

	it.each([
		["", "texts.csv", /no rows/],
		["text\n", "texts.csv", /no rows/],
		['text\n"a', "texts.csv", /not valid CSV/],
		['{"text":"a"}\n[1]\n', "texts.jsonl", /Line 2 is not a JSON object/],
	])("refuses %j in words", (text, path, words) => {
		expect(rowsFrom(text, path)).toEqual({ ok: false, error: expect.stringMatching(words) });
	});

	it("finds the column of texts, or names the columns there are", () => {
		const rows = [{ id: "1", reply: "a" }];
		expect(textColumn(rows, undefined)).toEqual({ ok: true, value: "reply" });
		expect(textColumn(rows, "id")).toEqual({ ok: true, value: "id" });
		expect(textColumn(rows, "body")).toEqual({ ok: false, error: expect.stringMatching(/columns are id, reply/) });
		expect(textColumn([{ id: "1" }], undefined).ok).toBe(false);
	});
});

describe("the language of texts", () => {
	it("detects each text, and gives short ones the most common language", () => {
		const texts = [
			"How do I save money on a low income?",
			"What should I cook tonight?",
			"Wie spare ich bei kleinem Einkommen Geld?",
			"ok",
		];
		expect(languagesOf(texts)).toEqual(["en", "en", "de", "en"]);
	});

	it("is unknown if no text is long enough", () => {
		expect(languagesOf(["ok", ""])).toEqual([null, null]);
	});
});
