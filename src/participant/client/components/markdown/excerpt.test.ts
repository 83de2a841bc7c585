import { describe, expect, it } from "vitest";
import { excerpt, unmarked } from "./excerpt.ts";

describe("an excerpt", () => {
	it.each<[what: string, text: string, shown: string]>([
		["a short text", "Hello there", "Hello there"],
		["lines", "Hello\n\nthere ", "Hello there"],
		["a text that ends in a word", "What could I cook tomorrow?", "What could I cook…"],
		["a text that ends after a word", "What could I cook now, please?", "What could I cook now…"],
		["a text without spaces", "語".repeat(30), `${"語".repeat(22)}…`],
		["characters of two halves", "🙂".repeat(30), `${"🙂".repeat(22)}…`],
		["a long word", `a ${"b".repeat(40)}`, `a ${"b".repeat(20)}…`],
	])("of %s", (_what, text, shown) => expect(excerpt(text, 22)).toBe(shown));
});

it("leaves out Markdown's marks of a reply", () =>
	expect(unmarked("## Two **ideas**\n\n- [one](https://example.org)\n- `two`")).toBe("Two ideas\n\n- one\n- two"));

it("keeps the signs of a formula", () => expect(unmarked("**So** $a_1$ and *not* b_1")).toBe("So $a_1$ and not b1"));
