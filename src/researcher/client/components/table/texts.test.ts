import { describe, expect, it } from "vitest";
import { csvOf, tabbed } from "./texts.ts";

describe("a table as text", () => {
	it("quotes commas, quotes and lines in CSV, and leaves nothing for a missing value", () => {
		expect(csvOf(["a", "b"], [['say "hi", please', null]])).toBe('a,b\r\n"say ""hi"", please",\r\n');
	});

	it("keeps each row on one line for the clipboard", () => {
		expect(tabbed(["a", "b"], [["two\nlines\tand a tab", 3]])).toBe("a\tb\ntwo lines and a tab\t3");
	});
});
