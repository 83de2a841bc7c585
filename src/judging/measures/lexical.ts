import { HDD_DRAWS, hdd, MATTR_WINDOW, mattr, yuleK } from "./diversity.ts";
import { type Measure, type Measured, NO_WORDS } from "./measure.ts";
import type { ReadText } from "./read-text.ts";
import { fleschKincaidGrade, fleschReadingEase, lix, syllablesOf, type TextCounts } from "./readability.ts";
import { type Lexicon, type Sentiment, vader } from "./sentiment/vader.ts";

const SYLLABLES = "Syllables are counted by rules, not looked up.";
const SEGMENTED = "Words are compared in lower case. Do not compare languages: inflection makes more different words.";

/** Readability, variety of words and sentiment. */
export const LEXICAL: readonly Measure[] = [
	{
		name: "flesch_reading_ease",
		unit: "points",
		definition: `206.835 - 1.015 × words a sentence - 84.6 × syllables a word. Higher is easier. ${SYLLABLES}`,
		source: "Flesch 1948, J Appl Psychol 32:221-233",
		languages: "English",
		of: (text) => fleschReadingEase(countsOf(text)),
	},
	{
		name: "flesch_kincaid_grade",
		unit: "school grades (United States)",
		definition: `0.39 × words a sentence + 11.8 × syllables a word - 15.59. Higher is harder. ${SYLLABLES}`,
		source: "Kincaid, Fishburne, Rogers and Chissom 1975",
		languages: "English",
		of: (text) => fleschKincaidGrade(countsOf(text)),
	},
	{
		name: "lix",
		unit: "points",
		definition: "Words a sentence plus the percentage of words with more than six letters. Higher is harder.",
		source: "Björnsson 1968, Läsbarhet",
		languages: "spaced",
		of: ({ words, sentences }) => lix(words, sentences.length),
	},
	{
		name: "mattr",
		unit: "share, 0 to 1",
		definition: `The mean share of different words over all windows of ${MATTR_WINDOW} words. ${SEGMENTED}`,
		source: "Covington and McFall 2010, J Quant Linguist 17:94-100",
		languages: "any",
		of: ({ words }) => mattr(lowerCased(words)),
	},
	{
		name: "hdd",
		unit: "share, 0 to 1",
		definition: `HD-D: the expected share of different words among ${HDD_DRAWS} words drawn at random. ${SEGMENTED}`,
		source: "McCarthy and Jarvis 2010, Behav Res Methods 42:381-392",
		languages: "any",
		of: ({ words }) => hdd(lowerCased(words)),
	},
	{
		name: "yule_k",
		unit: "points",
		definition: `Yule's K, 10,000 × (sum of squared frequencies - words) / words². Higher is more repetitive. ${SEGMENTED}`,
		source: "Yule 1944, The Statistical Study of Literary Vocabulary",
		languages: "any",
		of: ({ words }) => yuleK(lowerCased(words)),
	},
	{
		name: "sentiment",
		unit: "points, -1 to 1",
		definition: "The mean of VADER's compound score over the sentences. Negative is unpleasant, positive pleasant.",
		source: "Hutto and Gilbert 2014, ICWSM 8:216-225; lexicon of vaderSentiment 3.3.2",
		languages: "English",
		of: (text) => sentimentOf(text),
	},
	{
		name: "sentiment_whole",
		unit: "points, -1 to 1",
		definition: "VADER's compound score of the whole text. Long texts come close to -1 or 1; prefer `sentiment`.",
		source: "Hutto and Gilbert 2014, ICWSM 8:216-225; lexicon of vaderSentiment 3.3.2",
		languages: "English",
		of: (text) => withLexicon(text, (lexicon) => vader(text.prose, lexicon).compound),
	},
];

const lowerCased = (words: readonly string[]): string[] => words.map((word) => word.toLowerCase());

const countsOf = ({ words, sentences }: ReadText): TextCounts => ({
	words: words.length,
	sentences: sentences.length,
	syllables: words.reduce((sum, word) => sum + syllablesOf(word), 0),
});

function sentimentOf(text: ReadText): Measured {
	if (text.sentences.length === 0) return NO_WORDS;
	return withLexicon(text, (lexicon) => {
		const scores = text.sentences.map((sentence): Sentiment => vader(sentence, lexicon));
		return scores.reduce((sum, { compound }) => sum + compound, 0) / scores.length;
	});
}

function withLexicon({ resources }: ReadText, score: (lexicon: Lexicon) => number): Measured {
	const { valences, emojiWords } = resources;
	if (!valences || !emojiWords) return { missing: "No lexicon was loaded, so sentiment is not measured." };
	return score({ valences, emojiWords });
}
