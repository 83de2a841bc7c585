/**
 * Segmentation by Unicode rules (UAX 29), with the runtime's ICU. Nearly all languages share the same rules; dictionaries split
 * Chinese, Japanese, Thai, Lao, Khmer and Burmese.
 */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(granularity: "grapheme" | "word" | "sentence", language: string | null): Intl.Segmenter {
	const key = `${granularity} ${language}`;
	const found = segmenters.get(key) ?? new Intl.Segmenter(localeOf(language), { granularity });
	segmenters.set(key, found);
	return found;
}

/** A malformed tag gets the rules of the root locale, which English uses too. */
function localeOf(language: string | null): string {
	try {
		return Intl.getCanonicalLocales(language ?? "en")[0] ?? "en";
	} catch {
		return "en";
	}
}

export function wordsOf(text: string, language: string | null): string[] {
	const words: string[] = [];
	for (const { segment, isWordLike } of segmenter("word", language).segment(text)) if (isWordLike) words.push(segment);
	return words;
}

const HAS_WORD = /[\p{L}\p{N}]/u;

/** Sentences with a letter or a digit. A line break ends a sentence, so headings and list items are sentences. */
export function sentencesOf(text: string, language: string | null): string[] {
	const sentences: string[] = [];
	for (const { segment } of segmenter("sentence", language).segment(text))
		if (HAS_WORD.test(segment)) sentences.push(segment.trim());
	return sentences;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the range of ASCII.
const ASCII = /^[\u0000-\u007f]*$/;

/** Characters as readers count them: a letter with its accents, or an emoji with its parts, counts as one. */
export function graphemeCount(text: string): number {
	if (ASCII.test(text)) return text.length - (text.match(/\r\n/g)?.length ?? 0);
	let count = 0;
	for (const _ of segmenter("grapheme", null).segment(text)) count += 1;
	return count;
}
