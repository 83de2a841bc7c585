import fc from "fast-check";
import { Lexer } from "marked";
import { describe, expect, it } from "vitest";
import { TRICKS } from "../../test/support/blinding/recognisable.ts";
import { CASES } from "../../test/support/blinding/self-identifications.ts";
import { cases } from "../../test/support/cases.ts";
import { findSelfIdentification } from "../self-identification/finder.ts";
import { LEXICON } from "../self-identification/names/lexicon.ts";
import { rendered } from "../self-identification/text/rendered.ts";
import { GrowingMask, MASK, maskText } from "./masking.ts";

const sentences = [
	...Object.values(CASES).flatMap(({ names, mentions }) => [...names.map(([, text]) => text), ...mentions]),
	...TRICKS.map(([, text]) => text),
];

describe("a masked text", () => {
	it("has the same sign for each span", () => {
		const text = "Hello. I am ChatGPT. My name is Claude, by the way!";
		expect(maskText(text, findSelfIdentification(text))).toBe(`Hello. ${MASK}. ${MASK}, by the way!`);
		expect(maskText("Hello.", [])).toBe("Hello.");
	});

	it.each(["I am ChatGPT(4)", "I am ChatGPT: hello", "I am ChatGPT[1]"])("is not read as a link: %s", (text) => {
		const masked = maskText(text, findSelfIdentification(text));
		const shown = rendered(masked).text;
		expect(shown).toContain(MASK);
		expect(Lexer.lex(masked).map(({ type }) => type)).toEqual(["paragraph"]);
	});
});

describe("a text that is masked while it grows", () => {
	it("waits for the end of the sentence, and then shows it at once", () => {
		const mask = new GrowingMask(LEXICON);
		expect(mask.shownOf("Hello! I am Chat", false)).toBe("Hello!");
		expect(mask.shownOf("Hello! I am ChatGPT. So", false)).toBe(`Hello! ${MASK}.`);
		expect(mask.shownOf("Hello! I am ChatGPT. So it is", true)).toBe(`Hello! ${MASK}. So it is`);
	});

	it("waits after a name for the next sentence, which may say whose name it is", () => {
		const mask = new GrowingMask(LEXICON);
		expect(mask.shownOf("Hello! ChatGPT it is. ", false)).toBe("Hello!");
		expect(mask.shownOf("Hello! ChatGPT it is. That's me. ", false)).toBe(`Hello! ${MASK}. That's me.`);
		expect(new GrowingMask(LEXICON).shownOf("ChatGPT it is. It is free. ", false)).toBe("ChatGPT it is. It is free.");
		expect(new GrowingMask(LEXICON).shownOf("ChatGPT it is.", true)).toBe("ChatGPT it is.");
	});

	it("waits for the end of a link's address", () => {
		const mask = new GrowingMask(LEXICON);
		expect(mask.shownOf('Hello. I am Chat[](x "Hello. World', false)).toBe("Hello.");
		expect(mask.shownOf('Hello. I am Chat[](x "Hello. World")GPT. So', false)).toBe(`Hello. ${MASK}.`);
	});

	it("does not wait for ever if a sentence has no end", () => {
		const text = "so it goes on ".repeat(100);
		expect(new GrowingMask(LEXICON).shownOf(text, false).length).toBeGreaterThan(500);
	});

	it("never takes back text, and ends like the masked whole text, however it arrives", () => {
		const pieces = fc.array(fc.oneof(fc.constantFrom(...sentences), fc.string({ unit: "grapheme" })), { maxLength: 6 });
		const gaps = fc.constantFrom(" ", "\n", "", "\n\n", "… ");
		fc.assert(
			fc.property(pieces, gaps, fc.array(fc.nat({ max: 40 }), { maxLength: 40 }), (parts, gap, steps) => {
				const text = parts.join(gap);
				const mask = new GrowingMask(LEXICON);
				let at = 0;
				let shown = "";
				for (const step of steps) {
					at = Math.min(text.length, at + step);
					const now = mask.shownOf(text.slice(0, at), false);
					expect(now.startsWith(shown)).toBe(true);
					shown = now;
				}
				const whole = mask.shownOf(text, true);
				expect(whole.startsWith(shown)).toBe(true);
				expect(whole).toBe(maskText(text, findSelfIdentification(text)));
			}),
			{ seed: 20260501, numRuns: cases(300) },
		);
	});
});
