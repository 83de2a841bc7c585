import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadResources } from "../../../scripts/measures/resources.ts";
import { cases } from "../../../test/support/cases.ts";
import { MEASURES, measureText } from "./catalogue.ts";
import { hdd, mattr, yuleK } from "./diversity.ts";
import { formattingOf } from "./markdown.ts";
import { syllablesOf } from "./readability.ts";
import { vader } from "./sentiment/vader.ts";

type Golden = {
	readonly sentiment: readonly { text: string; compound: number; pos: number; neu: number; neg: number }[];
	readonly diversity: readonly { words: string[]; mattr: number; hdd: number; yuleK: number }[];
	readonly markdown: readonly { text: string; counts: Readonly<Record<string, number>> }[];
	readonly emoji: readonly { text: string; count: number }[];
	readonly tokens: readonly { text: string; count: number }[];
	readonly syllables: readonly [word: string, counts: number[]][];
};

const golden: Golden = JSON.parse(readFileSync("test/golden/measures.json", "utf8"));
const resources = loadResources();
const english = { format: "markdown", language: "en", resources } as const;
const plain = { ...english, format: "plain" } as const;
const missing = (words: RegExp) => ({ missing: expect.stringMatching(words) });

describe("against other implementations", () => {
	it.each(golden.sentiment)("has vaderSentiment's scores of $text", ({ text, compound, pos, neu, neg }) => {
		const score = vader(text, resources);
		expect(score.compound).toBeCloseTo(compound, 4);
		// The package rounds shares to three digits.
		expect(Math.abs(score.positive - pos)).toBeLessThan(0.000501);
		expect(Math.abs(score.neutral - neu)).toBeLessThan(0.000501);
		expect(Math.abs(score.negative - neg)).toBeLessThan(0.000501);
	});

	it.each(golden.diversity)("has lexicalrichness' MATTR, HD-D and Yule's K", ({ words, ...known }) => {
		expect(mattr(words)).toBeCloseTo(known.mattr, 10);
		expect(hdd(words)).toBeCloseTo(known.hdd, 10);
		expect(yuleK(words)).toBeCloseTo(known.yuleK, 8);
	});

	it.each(golden.markdown)("counts Markdown as markdown-it does: $text", ({ text, counts }) => {
		const found = measureText(text, english);
		expect(Object.fromEntries(Object.keys(counts).map((name) => [name, found[name]]))).toEqual(counts);
	});

	it.each(golden.emoji)("counts emoji as Python's emoji does: $text", ({ text, count }) => {
		expect(measureText(text, english).emoji).toBe(count);
	});

	it.each(golden.tokens)("counts tokens as tiktoken does: $text", ({ text, count }) => {
		expect(measureText(text, english).tokens).toBe(count);
	});

	it("counts the syllables of 19 words in 20 as the CMU dictionary does", () => {
		const right = golden.syllables.filter(([word, counts]) => counts.includes(syllablesOf(word)));
		expect(golden.syllables.length).toBeGreaterThan(150);
		expect(right.length / golden.syllables.length).toBeGreaterThan(0.95);
	});
});

describe("worked examples", () => {
	it("counts characters, words and sentences as a reader does", () => {
		const text =
			"Hello there! I don't know.\n\n- **One** [link](https://example.com/a/b)\n- Two: https://example.com/c";
		expect(measureText(text, english)).toMatchObject({
			characters: 98,
			words: 8,
			sentences: 4,
			words_per_sentence: 2,
			line_breaks: 3,
			list_items: 2,
			emphasis: 1,
			links: 2,
		});
	});

	it("counts an emoji of several code points as one character", () => {
		const family = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}";
		expect(measureText(family, english)).toMatchObject({ characters: 5, graphemes: 1, emoji: 1, words: 0 });
	});

	it("excludes code from words, but not from characters", () => {
		expect(measureText("Run:\n\n```sh\nnpm run measure\n```\n", english)).toMatchObject({ words: 1, code_blocks: 1 });
	});

	it("computes readability from words, sentences and syllables", () => {
		const found = measureText("The cat sat on the mat.", english);
		expect(found.flesch_reading_ease).toBeCloseTo(206.835 - 1.015 * 6 - 84.6, 10);
		expect(found.flesch_kincaid_grade).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10);
		expect(found.lix).toBe(6);
	});

	it("finds questions, the second person and hedges", () => {
		const found = measureText("Are you sure? Perhaps you don't need it. What about your plan?", english);
		expect(found).toMatchObject({ questions: 2, ends_in_question: 1 });
		expect(found.second_person).toBeCloseTo(300 / 12, 10);
		expect(found.hedges).toBeCloseTo(100 / 12, 10);
	});

	it.each([
		["I'm sorry, but I cannot help with that.", { refusals: 2, deanthropomorphising: 0, self_identification: 0 }],
		["As an AI language model, I don’t have personal opinions.", { refusals: 0, deanthropomorphising: 2 }],
		["I am ChatGPT, a model made by OpenAI.", { self_identification: 1 }],
		["ChatGPT came out in 2022.", { self_identification: 0 }],
	])("finds phrases in %j", (text, expected) => {
		expect(measureText(text, english)).toMatchObject(expected);
	});
});

describe("a measure that does not apply", () => {
	it("is missing with its reason if it is made for English and the text is not", () => {
		const german = measureText("Vielleicht solltest du das morgen noch einmal versuchen.", {
			...plain,
			language: "de",
		});
		for (const name of ["hedges", "second_person", "refusals", "flesch_reading_ease", "sentiment"])
			expect(german[name]).toEqual(missing(/made for English.*"de"/));
		expect(german.words).toBe(8);
		expect(german.lix).toEqual(expect.any(Number));
	});

	it("does not trust the language tag: Cyrillic text is not English", () => {
		expect(measureText("Привет, как дела?", english).hedges).toEqual(missing(/made for English/));
	});

	it("is missing with its reason if the language is unknown", () => {
		expect(measureText("Maybe.", { ...plain, language: null }).hedges).toEqual(missing(/not known/));
	});

	it("is missing for Markdown in messages, and for LIX without spaces", () => {
		expect(measureText("**not bold**", plain).emphasis).toEqual(missing(/plain/));
		expect(measureText("今日はいい天気ですね。", { ...plain, language: "ja" }).lix).toEqual(missing(/without spaces/));
	});

	it("says how many words it needs", () => {
		const short = measureText("Too short for this.", english);
		expect(short.mattr).toEqual(missing(/has 4 words.*needs 50/));
		expect(short.hdd).toEqual(missing(/needs 42/));
	});

	it("is missing for tokens without a tokenizer, and for sentiment without a lexicon", () => {
		const found = measureText("Fine.", { format: "plain", language: "en" });
		expect(found.tokens).toEqual(missing(/tokenizer/));
		expect(found.sentiment).toEqual(missing(/lexicon/));
	});

	it.each(["", " ", "\n\n", "🙂", "...", "\u0000", "```\n```"])("has no rate for a text without words: %j", (text) => {
		const found = measureText(text, english);
		for (const name of ["hedges", "words_per_sentence", "flesch_reading_ease", "lix", "sentiment"])
			expect(found[name]).toEqual(missing(/no words/));
		expect(found.words).toBe(0);
	});
});

describe("any text", () => {
	const text = fc.oneof(
		fc.string({ unit: "binary", maxLength: 300 }),
		fc
			.array(
				fc.constantFrom("you ", "maybe ", "I'm sorry, but ", "? ", "\n- ", "**", "| a | b |\n", "é", "🙂", "GPT "),
				{
					maxLength: 60,
				},
			)
			.map((parts) => parts.join("")),
	);

	it("has a finite number or a reason for every measure", () => {
		fc.assert(
			fc.property(text, fc.constantFrom("markdown", "plain"), (source, format) => {
				for (const value of Object.values(measureText(source, { ...english, format })))
					expect(typeof value === "number" ? Number.isFinite(value) : value.missing.length > 10).toBe(true);
			}),
			{ numRuns: cases(200) },
		);
	});

	it("keeps sentiment and shares within their range", () => {
		fc.assert(
			fc.property(text, (source) => {
				const { compound, positive, neutral, negative } = vader(source, resources);
				expect(Math.abs(compound)).toBeLessThanOrEqual(1);
				for (const share of [positive, neutral, negative]) expect(share).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: cases(200) },
		);
	});

	it("has the least diversity for one repeated word, and full diversity for all different words", () => {
		fc.assert(
			fc.property(fc.integer({ min: 50, max: 200 }), (n) => {
				const same = Array.from({ length: n }, () => "a");
				const different = same.map((_, index) => `w${index}`);
				expect(mattr(same)).toBeCloseTo(1 / 50, 12);
				expect(hdd(same)).toBeCloseTo(1 / 42, 12);
				expect([mattr(different), hdd(different), yuleK(different)]).toEqual([1, expect.closeTo(1, 12), 0]);
			}),
		);
	});

	it("keeps all visible words of Markdown in its prose", () => {
		expect(formattingOf("# A &amp; B\n\n> c\n\n| d | e |\n| - | - |\n| f | `g` |\n\n1. h\n   - i\n").prose).toBe(
			"A & B\nc\nd\ne\nf\ng\nh\ni",
		);
	});
});

it("describes every measure: unit, definition, source", () => {
	expect(new Set(MEASURES.map(({ name }) => name)).size).toBe(MEASURES.length);
	for (const { name, unit, definition, source } of MEASURES) {
		expect(name).toMatch(/^[a-z][a-z_]*$/);
		expect(definition).toMatch(/\.$/);
		expect([unit, source].every((text) => text.length > 0)).toBe(true);
	}
});
