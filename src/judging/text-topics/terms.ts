import { wordsOf } from "../measures/segmentation.ts";

/** A single character is a word in Chinese, but noise in alphabets. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTER = /\p{L}/u;

/** English contractions ("don't", "I'm", "you've") are function words, like their full forms. */
const CONTRACTED = /['’ʼ](?:t|m|re|ve|ll|d)$/u;

/**
 * The terms of a message in any language: words with a letter, in lower case and compatibility form, without stop words and
 * single letters. Words are not stemmed, because one language's rules would break others.
 */
export const termsOf = (text: string, language: string | null, stopWords: ReadonlySet<string>): string[] =>
	wordsOf(text, language)
		.map((word) =>
			word
				.normalize("NFKC")
				.toLowerCase()
				.replace(/['’ʼ]s?$/u, ""),
		)
		.filter(
			(word) =>
				LETTER.test(word) &&
				!CONTRACTED.test(word) &&
				([...word].length > 1 || UNSPACED.test(word)) &&
				!stopWords.has(word),
		);
