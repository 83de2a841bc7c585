/** Lower case without apostrophes, so that "don't", "don’t" and "dont" are one word. */
export const foldedWord = (word: string): string => word.toLowerCase().replace(/['’ʼ]/g, "");

/** Phrases of folded words, indexed by their first word, longest first. */
export type PhraseList = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Phrases are in lower case, with words separated by spaces or hyphens. Punctuation between words is ignored. */
export function phraseList(phrases: readonly string[]): PhraseList {
	const list = new Map<string, string[][]>();
	for (const phrase of new Set(phrases)) {
		const words = phrase.split(/[\s-]+/).map(foldedWord);
		const [first = ""] = words;
		list.set(first, [...(list.get(first) ?? []), words]);
	}
	for (const found of list.values()) found.sort((one, other) => other.length - one.length);
	return list;
}

/** The number of phrases in the folded words. No word counts twice. */
export function countPhrases(list: PhraseList, words: readonly string[]): number {
	let [count, at] = [0, 0];
	while (at < words.length) {
		const found = phraseAt(list, words, at);
		if (found > 0) count += 1;
		at += Math.max(1, found);
	}
	return count;
}

/** The number of words in the longest phrase that starts here; 0 if none does. */
function phraseAt(list: PhraseList, words: readonly string[], at: number): number {
	const found = list
		.get(words[at] ?? "")
		?.find((phrase) => phrase.every((word, offset) => words[at + offset] === word));
	return found?.length ?? 0;
}

export const hasPhrase = (list: PhraseList, words: readonly string[]): boolean =>
	words.some((_, at) => hasPhraseAt(list, words, at));

export const hasPhraseAt = (list: PhraseList, words: readonly string[], at: number): boolean =>
	phraseAt(list, words, at) > 0;
