import { readFileSync } from "node:fs";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import type { Resources } from "../../src/judging/measures/read-text.ts";
import { emojiWordsFrom, valencesFrom } from "../../src/judging/measures/sentiment/vader-text.ts";

/** npm runs scripts in the root of the repository. */
const dataFile = (name: string): string => readFileSync(`src/judging/data/${name}`, "utf8");

/** What Node loads for the measures: the tokenizer and VADER's lexicons. */
export const loadResources = (): Required<Resources> => ({
	// Text that spells a special token is text.
	countTokens: (text) => countTokens(text, { allowedSpecial: new Set(), disallowedSpecial: new Set() }),
	valences: valencesFrom(dataFile("vader-lexicon.tsv")),
	emojiWords: emojiWordsFrom(dataFile("vader-emoji.tsv")),
});
