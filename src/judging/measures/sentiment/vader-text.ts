/** VADER's handling of words and emoji, as in vaderSentiment 3.3.2. */

/** By code point, as Python iterates a text: each code point of an emoji is described separately. */
export function withEmojiWords(text: string, words: ReadonlyMap<string, string>): string {
	let [result, afterSpace] = ["", true];
	for (const character of text) {
		const description = words.get(character);
		if (description === undefined) result += character;
		else result += afterSpace ? description : ` ${description}`;
		afterSpace = description === undefined && character === " ";
	}
	return result;
}

const PUNCTUATION = /^[!-/:-@[-`{-~]+|[!-/:-@[-`{-~]+$/g;

/** Removes surrounding punctuation. Tokens of two characters or fewer are probably emoticons and stay unchanged. */
export function strippedWord(token: string): string {
	const stripped = token.replace(PUNCTUATION, "");
	return [...stripped].length <= 2 ? token : stripped;
}

export const isShouted = (word: string): boolean => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word);

export function isPartlyShouted(words: readonly string[]): boolean {
	const shouted = words.filter(isShouted).length;
	return shouted > 0 && shouted < words.length;
}

/** Lines of two cells separated by a tab: VADER's lexicon or its descriptions of emoji. Blank lines are skipped. */
const pairsOf = (text: string): [string, string][] =>
	text
		.split("\n")
		.filter((line) => line.trim() !== "")
		.map((line) => {
			const [key = "", value = ""] = line.split("\t");
			return [key, value.trim()];
		});

export const valencesFrom = (text: string): ReadonlyMap<string, number> =>
	new Map(pairsOf(text).map(([word, valence]) => [word, Number(valence)]));

export const emojiWordsFrom = (text: string): ReadonlyMap<string, string> => new Map(pairsOf(text));
