import { words as ar } from "./ar.ts";
import { words as en, type Words } from "./en.ts";
import { words as ja } from "./ja.ts";

const LANGUAGES: Readonly<Record<string, Words>> = { en, ar, ja };

/** Primary subtags. */
export const LANGUAGES_WITH_WORDS: readonly string[] = Object.keys(LANGUAGES);

/** Written from right to left, by their primary subtag. */
const RIGHT_TO_LEFT = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];

const primaryOf = (tag: string): string => (tag.split("-")[0] ?? "").toLowerCase();

const known = (tag: string): Words | null =>
	Object.hasOwn(LANGUAGES, primaryOf(tag)) ? (LANGUAGES[primaryOf(tag)] ?? null) : null;

/** Words to a study's participants. `lang` is what they are in: English, where the study's language has no catalogue. */
export const wordsIn = (language: string): { readonly words: Words; readonly lang: string } => {
	const words = known(language);
	return words ? { words, lang: language } : { words: en, lang: "en" };
};

export const directionOf = (language: string): "rtl" | "ltr" =>
	RIGHT_TO_LEFT.includes(primaryOf(language)) ? "rtl" : "ltr";

/** Where no study says it, the first language of the browser that there are words in. */
export function acceptedLanguage(header: string | undefined): string {
	const tags = (header ?? "").split(",").map((entry) => (entry.split(";")[0] ?? "").trim());
	return tags.find((tag) => /^[\w-]+$/.test(tag) && known(tag) !== null) ?? "en";
}
