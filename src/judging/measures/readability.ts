import { syllable } from "syllable";
import { type Measured, NO_WORDS } from "./measure.ts";

/** Cached: a study has millions of words, but only a few thousand forms. */
const cache = new Map<string, number>();
const MAX_CACHED = 50_000;

/** Syllables of an English word, at least 1. */
export function syllablesOf(word: string): number {
	const found = cache.get(word);
	if (found !== undefined) return found;
	const count = Math.max(1, syllable(word));
	if (cache.size < MAX_CACHED) cache.set(word, count);
	return count;
}

export type TextCounts = { readonly words: number; readonly sentences: number; readonly syllables: number };

/** Flesch (1948, J Appl Psychol 32:221-233): from about 0 (very hard) to 100 (very easy). */
export const fleschReadingEase = ({ words, sentences, syllables }: TextCounts): Measured =>
	words === 0 || sentences === 0 ? NO_WORDS : 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words);

/** Kincaid, Fishburne, Rogers and Chissom (1975): the school grade in the United States. */
export const fleschKincaidGrade = ({ words, sentences, syllables }: TextCounts): Measured =>
	words === 0 || sentences === 0 ? NO_WORDS : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;

/** LIX (Björnsson 1968): words per sentence, plus the percentage of words with more than six letters. */
export const lix = (words: readonly string[], sentences: number): Measured =>
	words.length === 0 || sentences === 0
		? NO_WORDS
		: words.length / sentences + (100 * words.filter((word) => [...word].length > 6).length) / words.length;
