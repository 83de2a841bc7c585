import type { LanguageScope, Measured, Missing } from "../measures/measure.ts";
import { hasPhrase, hasPhraseAt, type PhraseList } from "../measures/phrases.ts";
import { ReadText } from "../measures/read-text.ts";
import { identifiersIn } from "./identifiers.ts";
import { repetitionRate } from "./repetition.ts";
import {
	ACCUSING,
	ACKNOWLEDGING,
	ASSISTANT_PHRASES,
	CERTAIN,
	CLARIFYING,
	EMOTIONAL,
	FORMAL,
	PIVOTING,
	POLITE,
	PUSHBACK,
	QUESTION_STARTS,
	UNCERTAIN,
} from "./user-phrases.ts";

/** A feature of all messages of one participant in one conversation. */
export type UserFeature = {
	readonly name: string;
	readonly dimension: "communication style" | "information disclosure" | "clarification" | "error reaction";
	readonly unit: string;
	readonly definition: string;
	readonly languages: LanguageScope;
	readonly of: (messages: readonly ReadText[]) => Measured;
};

/** Changes with every change of a definition. */
export const USER_FEATURES_VERSION = "crossover-user-features/1";

/**
 * The taxonomy is that of the User-Sim Index (Zhou et al. 2026, arXiv 2603.11245). Names and examples of the 19 features are
 * from its re-implementation in Persona Policies (arXiv 2605.12894, appendix on behavioural fingerprints). Neither publishes
 * its word lists; ours are in `user-phrases.ts`.
 */
export const USER_FEATURES_SOURCE = "Zhou et al. 2026, arXiv 2603.11245; features as listed in arXiv 2605.12894";

const SHARE = "share of messages, 0 to 1";
const SHORTEST = 3;

const shareWith = (
	name: string,
	dimension: UserFeature["dimension"],
	definition: string,
	phrases: PhraseList,
): UserFeature => ({
	name,
	dimension,
	unit: SHARE,
	definition,
	languages: "English",
	of: (messages) => shareOf(messages, ({ foldedWords }) => hasPhrase(phrases, foldedWords)),
});

const STYLE = "communication style";
const CLARIFICATION = "clarification";
const ERRORS = "error reaction";

/** The 19 features of how participants talk to assistants. */
export const USER_FEATURES: readonly UserFeature[] = [
	{
		name: "words_per_turn",
		dimension: STYLE,
		unit: "words a message",
		definition: "Mean words of the messages.",
		languages: "any",
		of: (messages) => mean(lengthsOf(messages)),
	},
	{
		name: "short_utterance_rate",
		dimension: STYLE,
		unit: SHARE,
		definition: `Messages of ${SHORTEST} words or fewer.`,
		languages: "any",
		of: (messages) => shareOf(messages, ({ words }) => words.length <= SHORTEST),
	},
	shareWith("politeness_rate", STYLE, "Messages with a polite phrase (please, thank you, appreciate).", POLITE),
	shareWith("formality_rate", STYLE, "Messages with a formal phrase (moreover, however, regarding).", FORMAL),
	{
		name: "acknowledgment_rate",
		dimension: STYLE,
		unit: SHARE,
		definition: "Messages that begin with an acknowledgement (ok, got it, sounds good, understood).",
		languages: "English",
		of: (messages) => shareOf(messages, ({ foldedWords }) => hasPhraseAt(ACKNOWLEDGING, foldedWords, 0)),
	},
	{
		name: "verbosity_cv",
		dimension: STYLE,
		unit: "ratio",
		definition: "Coefficient of variation of the messages' words: standard deviation (n - 1) by mean.",
		languages: "any",
		of: verbosity,
	},
	{
		name: "repetition_rate",
		dimension: STYLE,
		unit: "share of messages after the first, 0 to 1",
		definition: "Messages with the same words as an earlier one, or with half of their three-word sequences in one.",
		languages: "any",
		of: (messages) =>
			repetitionRate(messages.map(({ foldedWords }) => foldedWords)) ?? {
				missing: "There is one message, so none repeats another.",
			},
	},
	shareWith(
		"identity_confusion_rate",
		STYLE,
		"Messages with a phrase of an assistant (how may I help, let me check).",
		ASSISTANT_PHRASES,
	),
	{
		name: "front_loading_ratio",
		dimension: "information disclosure",
		unit: "share of identifiers, 0 to 1",
		definition:
			"Identifiers in the first message by identifiers in all: addresses, dates, times, amounts, codes, numbers.",
		languages: "any",
		of: frontLoading,
	},
	{
		name: "identifiers_per_turn",
		dimension: "information disclosure",
		unit: "identifiers a message",
		definition: "Mean identifiers of the messages: addresses, dates, times, amounts, codes, numbers of three digits.",
		languages: "any",
		of: (messages) => mean(messages.map(({ source }) => identifiersIn(source))),
	},
	{
		name: "opening_length",
		dimension: "information disclosure",
		unit: "words",
		definition: "Words of the first message.",
		languages: "any",
		of: ([first]) => first?.words.length ?? NO_MESSAGES,
	},
	shareWith("uncertainty_rate", CLARIFICATION, "Messages with doubt (maybe, I think, not sure, probably).", UNCERTAIN),
	shareWith("certainty_rate", CLARIFICATION, "Messages with certainty (definitely, absolutely, for sure).", CERTAIN),
	shareWith(
		"pushback_rate",
		CLARIFICATION,
		"Messages that reject what was said (that's not right, I already told you).",
		PUSHBACK,
	),
	shareWith(
		"clarification_question_rate",
		CLARIFICATION,
		"Messages that ask for an explanation (what do you mean, can you clarify).",
		CLARIFYING,
	),
	{
		name: "info_seeking_rate",
		dimension: CLARIFICATION,
		unit: SHARE,
		definition: "Messages with a question mark, or with a question word at the start (what, how, when).",
		languages: "English",
		of: (messages) => shareOf(messages, isQuestion),
	},
	shareWith(
		"emotional_expression_rate",
		ERRORS,
		"Messages with an emotion (frustrated, annoying, ugh, happy).",
		EMOTIONAL,
	),
	shareWith("accusatory_rate", ERRORS, "Messages that blame (useless, unacceptable, scam, worst).", ACCUSING),
	shareWith(
		"strategy_pivot_rate",
		ERRORS,
		"Messages that change course (instead, on second thought, scratch that).",
		PIVOTING,
	),
];

/** All features of one participant's messages, in order. A message without visible words counts as 0 words. */
export function userFeatures(messages: readonly string[], language: string | null): Readonly<Record<string, Measured>> {
	const read = messages.map((message) => new ReadText(message, { format: "plain", language }));
	return Object.fromEntries(USER_FEATURES.map((feature) => [feature.name, featureOf(feature, read)]));
}

const NO_MESSAGES: Missing = { missing: "There are no messages." };

function featureOf(feature: UserFeature, messages: readonly ReadText[]): Measured {
	const [first] = messages;
	if (first === undefined) return NO_MESSAGES;
	if (feature.languages === "English" && !messages.every(({ isEnglish }) => isEnglish))
		return { missing: "Not applicable: the feature is made for English, and not all messages are in English." };
	return feature.of(messages);
}

const lengthsOf = (messages: readonly ReadText[]): number[] => messages.map(({ words }) => words.length);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const shareOf = (messages: readonly ReadText[], holds: (message: ReadText) => boolean): number =>
	messages.filter(holds).length / messages.length;

const isQuestion = ({ source, foldedWords }: ReadText): boolean =>
	/[?？؟]/u.test(source) || QUESTION_STARTS.has(foldedWords[0] ?? "");

function verbosity(messages: readonly ReadText[]): Measured {
	const lengths = lengthsOf(messages);
	const centre = mean(lengths);
	if (lengths.length < 2) return { missing: "There is one message, so lengths do not vary." };
	if (centre === 0) return { missing: "The messages have no words." };
	const squares = lengths.reduce((sum, length) => sum + (length - centre) ** 2, 0);
	return Math.sqrt(squares / (lengths.length - 1)) / centre;
}

function frontLoading(messages: readonly ReadText[]): Measured {
	const counts = messages.map(({ source }) => identifiersIn(source));
	const total = counts.reduce((sum, count) => sum + count, 0);
	return total === 0 ? { missing: "No message has an identifier." } : (counts[0] ?? 0) / total;
}
