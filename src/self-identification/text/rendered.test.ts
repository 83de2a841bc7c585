import { describe, expect, it } from "vitest";
import { rendered } from "./rendered.ts";

describe("the rendered text of a sentence", () => {
	it.each([
		["plain text", "Hello, world.", "Hello, world."],
		["emphasis", "a **b *c* d** ~~e~~", "a b c d e"],
		["a code span without decoding", "`a &amp; *b*`", "a &amp; *b*"],
		["entities, with and without a semicolon", "&#97;&#x62; &copy &shy;c", "ab © \u00adc"],
		["text that looks like an entity", "Q&A; AT&T", "Q&A; AT&T"],
		["an escape", "a \\*b\\*", "a *b*"],
		["a link", "[a *b*](https://example.org 'c')", "a b"],
		["a link without a text", "a[](x)b", "ab"],
		["an address", "https://example.org/a", "https://example.org/a"],
		["a picture", "![a](x) ![](y)", "a "],
		["HTML, as text", "a <b>c</b>", "a <b>c</b>"],
		["hidden signs", "a\u200bb\u202e", "ab"],
		["a quotation, a heading, a list", "> # 1. a", "a"],
	])("is right for %s", (_what, source, text) => expect(rendered(source).text).toBe(text));

	it("has positions in the source", () => {
		const source = "x **a&#98;\u200b** [c](y)";
		const { text, starts, ends } = rendered(source);
		const partOf = (unit: number) => source.slice(starts[unit], ends[unit]);
		expect([...text].map((_, unit) => partOf(unit))).toEqual(["x", " ", "a", "&#98;\u200b", " ", "c"]);
	});

	it("has the full range of each link and emphasis, and the addresses of links", () => {
		const source = "x **a** [b](https://example.org/%63)";
		const { wholes, addresses } = rendered(source);
		expect(wholes.map(({ start, end }) => source.slice(start, end))).toEqual(["**a**", "[b](https://example.org/%63)"]);
		expect(addresses.map(({ text }) => text)).toEqual(["https://example.org/c"]);
	});
});
