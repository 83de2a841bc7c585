/** Lines of two cells with a tab between: VADER's lexicon or its descriptions of emoji. Blank lines are skipped. */
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
