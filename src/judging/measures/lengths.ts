import { type Measure, NO_WORDS } from "./measure.ts";
import { graphemeCount } from "./segmentation.ts";

const UNICODE = "Unicode Standard Annex 29, by the runtime's ICU";

/** Length measures. Characters are those of the original text; words and sentences are those that a reader sees. */
export const LENGTHS: readonly Measure[] = [
	{
		name: "characters",
		unit: "code points",
		definition: "Unicode code points of the text as it was written, with its signs of Markdown.",
		source: "Kirk et al. 2024 (PRISM), text length",
		languages: "any",
		of: ({ source }) => codePoints(source),
	},
	{
		name: "graphemes",
		unit: "characters",
		definition: "Characters as readers count them: a letter with its accents, or an emoji with all its parts, is one.",
		source: UNICODE,
		languages: "any",
		of: ({ source }) => graphemeCount(source),
	},
	{
		name: "words",
		unit: "words",
		definition: "Words that a reader sees. Code blocks and bare addresses are left out; hyphenated words are two.",
		source: UNICODE,
		languages: "any",
		of: ({ words }) => words.length,
	},
	{
		name: "sentences",
		unit: "sentences",
		definition: "Sentences with a letter or a digit. A line break ends a sentence, so a heading or a list item is one.",
		source: UNICODE,
		languages: "any",
		of: ({ sentences }) => sentences.length,
	},
	{
		name: "words_per_sentence",
		unit: "words a sentence",
		definition: "Words divided by sentences.",
		source: UNICODE,
		languages: "any",
		of: ({ words, sentences }) =>
			words.length === 0 || sentences.length === 0 ? NO_WORDS : words.length / sentences.length,
	},
	{
		name: "line_breaks",
		unit: "line breaks",
		definition: "Line breaks of the text as it was written.",
		source: "Kirk et al. 2024 (PRISM), line breaks",
		languages: "any",
		of: ({ source }) => source.match(/\r\n|\r|\n/g)?.length ?? 0,
	},
	{
		name: "tokens",
		unit: "tokens",
		definition:
			"Tokens of the text as it was written, by the encoding o200k_base. The models of a study may count otherwise.",
		source: "OpenAI tiktoken, o200k_base",
		languages: "any",
		of: ({ source, resources }) =>
			resources.countTokens?.(source) ?? { missing: "No tokenizer was loaded, so tokens are not counted." },
	},
];

/** A surrogate pair counts as one. */
function codePoints(text: string): number {
	let count = 0;
	for (const _ of text) count += 1;
	return count;
}
