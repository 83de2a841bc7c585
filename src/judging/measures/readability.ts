import { syllable } from "syllable";
import { type Measured, NO_WORDS } from "./measure.ts";

/** Words are counted once: a study has millions of words, of few thousand forms. */
const known = new Map<string, number>();
const MOST_KNOWN = 50_000;

/** Syllables of an English word, at least 1. */
export function syllablesOf(word: string): number {
	const found = known.get(word);
	if (found !== undefined) return found;
	const count = Math.max(1, syllable(word));
	if (known.size < MOST_KNOWN) known.set(word, count);
	return count;
}

export type TextCounts = { readonly words: number; readonly sentences: number; readonly syllables: number };

/** Flesch (1948, J Appl Psychol 32:221-233): from about 0 (very hard) to 100 (very easy). */
export const fleschReadingEase = ({ words, sentences, syllables }: TextCounts): Measured =>
	words === 0 || sentences === 0 ? NO_WORDS : 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words);

/** Kincaid, Fishburne, Rogers and Chissom (1975): the school grade in the United States. */
export const fleschKincaidGrade = ({ words, sentences, syllables }: TextCounts): Measured =>
	words === 0 || sentences === 0 ? NO_WORDS : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;

/** LIX (Björnsson 1968): words a sentence, and the percentage of words of more than six letters. */
export const lix = (words: readonly string[], sentences: number): Measured =>
	words.length === 0 || sentences === 0
		? NO_WORDS
		: words.length / sentences + (100 * words.filter((word) => [...word].length > 6).length) / words.length;
