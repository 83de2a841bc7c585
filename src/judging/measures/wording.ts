import { findSelfIdentification } from "../../self-identification/finder.ts";
import { LEXICON, namesIn } from "../../self-identification/names/lexicon.ts";
import { nameForm } from "../../self-identification/text/fold.ts";
import { type Measure, perHundredWords } from "./measure.ts";
import { DEANTHROPOMORPHISING, HEDGES, REFUSALS, SECOND_PERSON } from "./phrase-lists.ts";
import { countPhrases } from "./phrases.ts";
import { isQuestion } from "./question.ts";

/** Measures of what a text says about its speaker and its reader. */
export const WORDING: readonly Measure[] = [
	{
		name: "questions",
		unit: "sentences",
		definition: "Sentences that end in a question mark.",
		source: "question marks of Latin, Greek, Arabic, Armenian, Chinese and Japanese",
		languages: "any",
		of: ({ sentences }) => sentences.filter(isQuestion).length,
	},
	{
		name: "ends_in_question",
		unit: "1 for yes, 0 for no",
		definition: "Whether the last sentence ends in a question mark.",
		source: "Kirk et al. 2024 (PRISM), last character is a question mark",
		languages: "any",
		of: ({ sentences }) => Number(isQuestion(sentences.at(-1) ?? "")),
	},
	{
		name: "second_person",
		unit: "per 100 words",
		definition: "Pronouns of the second person (you, your, yours, yourself, with contractions).",
		source: "closed list",
		languages: "English",
		of: (text) => perHundredWords(countPhrases(SECOND_PERSON, text.foldedWords), text),
	},
	{
		name: "hedges",
		unit: "per 100 words",
		definition:
			"Words that weaken a claim (perhaps, likely, tend to). Words that mostly mean something else are left out.",
		source: "after Hyland 2005, Metadiscourse",
		languages: "English",
		of: (text) => perHundredWords(countPhrases(HEDGES, text.foldedWords), text),
	},
	{
		name: "refusals",
		unit: "phrases",
		definition: "Phrases that refuse (I cannot provide, I'm sorry but). A phrase is no proof of a refusal.",
		source: "after Kirk et al. 2024 (PRISM), refusal phrases",
		languages: "English",
		of: ({ foldedWords }) => countPhrases(REFUSALS, foldedWords),
	},
	{
		name: "deanthropomorphising",
		unit: "phrases",
		definition: "Phrases that deny human qualities (as an AI, I don't have personal opinions).",
		source: "after Kirk et al. 2024 (PRISM), de-anthropomorphising phrases",
		languages: "English",
		of: ({ foldedWords }) => countPhrases(DEANTHROPOMORPHISING, foldedWords),
	},
	{
		name: "self_identification",
		unit: "places",
		definition: "Places in which the speaker names its own model or maker. A text without a known name has none.",
		source: "the platform's own rules (docs/explanation/self-identification.md), 21 languages",
		languages: "any",
		of: ({ source }) => namesOwnModel(source),
	},
];

/** All rules of 21 languages take milliseconds, so they run only on texts that contain a name. */
function namesOwnModel(source: string): number {
	if (namesIn(nameForm(source.toLowerCase()), LEXICON).length === 0) return 0;
	return findSelfIdentification(source).filter(({ kind }) => kind === "name" || kind === "maker").length;
}
