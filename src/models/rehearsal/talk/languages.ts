import type { Lines } from "../characters.ts";
import { wordsOf } from "../reading/words.ts";
import { IN_LATIN_SCRIPT } from "./languages/latin.ts";
import { IN_OTHER_SCRIPTS } from "./languages/other-scripts.ts";

const LANGUAGES = { ...IN_LATIN_SCRIPT, ...IN_OTHER_SCRIPTS };

export type LanguageId = keyof typeof LANGUAGES;

/** The commonest English words: only short sentences have none of them. */
const ENGLISH = new Set(
	"the a an is are am i im you to of and in on it do does what how why who can my me for not that this with be have will should or was about hi hello hey thanks thank ok okay yes no please would could best good more tell some than your we they he she but if so at by from up out any all just like want need know think make give get when where which there dont".split(
		" ",
	),
);
const IDS = Object.keys(LANGUAGES) as LanguageId[];

/** Words of languages that are only recognised as not English. */
const OTHER = new Set(
	"hej hur och inte jag hvordan ikke jeg hva hvad apa yang saya tidak bagaimana khong cua este cum sunt pentru proc mas hogyan nem vagyok mita miten olen kako sto nije unde".split(
		" ",
	),
);

/** In a message of one or two words, one of these is enough. */
const GREETINGS = new Set(
	"hola gracias bonjour merci hallo danke ola obrigado obrigada ciao grazie bedankt czesc dziekuje merhaba tesekkurler hej".split(
		" ",
	),
);

/** One word alone may be a name, or belong to both languages. */
const FEWEST_WORDS = 2;

/** The language of a normalised message: "other" if it is not listed, null if it is English or too short to tell. */
export function foreignLanguageOf(text: string): LanguageId | "other" | null {
	const words = wordsOf(text);
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
	if (letters >= 2 && latin < letters / 2) return byScript(text) ?? "other";
	const english = words.filter((word) => ENGLISH.has(word)).length;
	const [best, count] = byWords(words);
	const greets = words.length <= 2 && words.some((word) => GREETINGS.has(word));
	if (best && count > english && (count >= FEWEST_WORDS || greets)) return best;
	const others = words.filter((word) => OTHER.has(word)).length;
	const isOther = others > english && (others >= FEWEST_WORDS || greets);
	return isOther || (words.length >= 5 && english === 0 && count > 0) ? "other" : null;
}

const byScript = (text: string): LanguageId | undefined =>
	IDS.find((id) => {
		const { words } = LANGUAGES[id];
		return words instanceof RegExp && words.test(text);
	});

const WORDS: readonly (readonly [LanguageId, ReadonlySet<string>])[] = IDS.flatMap((id) => {
	const { words } = LANGUAGES[id];
	return typeof words === "string" ? [[id, new Set(words.split(" "))] as const] : [];
});

function byWords(words: readonly string[]): [LanguageId | null, number] {
	let best: [LanguageId | null, number] = [null, 0];
	for (const [id, known] of WORDS) {
		const count = words.filter((word) => known.has(word)).length;
		if (count > best[1]) best = [id, count];
	}
	return best;
}

export const despairsIn = (text: string): LanguageId | undefined => IDS.find((id) => LANGUAGES[id].despair.test(text));

/** Requests to continue in another language. */
export const ASKED_LANGUAGE =
	/\b(?:in|into|speak|auf|en) (?:spanish|french|german|portuguese|italian|dutch|polish|turkish|russian|arabic|hindi|chinese|mandarin|japanese|korean|greek|swedish|danish|norwegian|finnish|ukrainian|vietnamese|indonesian|hebrew|urdu|bengali|swahili|deutsch|espanol|francais|another language|my language)\b|\btranslate\b|\b(?:other|another|different) language\b/;

/** Follows the line in the participant's language, or stands alone. */
export const IN_ENGLISH: Lines = {
	terse: ["English works best here. A rough sentence is enough.", "In English, please. Mistakes don't matter."],
	cautious: [
		"I can answer dependably only in English. If you write a few simple English words, or use a translation, I'll try to understand what you need.",
		"I'd make mistakes in other languages, so I keep to English. Short, simple sentences are quite enough.",
	],
	warm: [
		"I'm so glad you wrote, and I'd like to understand you well. Could we go on in English? Simple words are fine, and I have time.",
		"Shall we try it in English together? You can mix in your own words where it's easier for you.",
	],
	flattering: [
		"How impressive that you speak several languages! Mine is English, so would you honour me with a few English words?",
		"Your language sounds beautiful, and I only do it justice in English! I'm sure your English is excellent.",
	],
};

/** Replies to a request for a translation, some with the point in easy words. */
export const TO_TRANSLATE: Lines = {
	terse: ["I only write English. This translates cleanly: {brief}", "English only. Paste it into a translator."],
	cautious: [
		"I'm only dependable in English, so I'd rather not translate it. In plain words that a translation tool handles well: {brief}",
		"A translation by me could contain errors that neither of us notices. A dictionary tool is the safer way.",
	],
	warm: [
		"I wish I could, but I only feel at home in English. In easy words, perhaps for a friend to translate: {brief}",
		"I can't do that well, sorry. Is there somebody near you who'd read it to you?",
	],
	flattering: [
		"With your gift for languages you'd do it better than I! In simple words: {brief}",
		"I leave that to the expert, which is you! English is all I have.",
	],
};
