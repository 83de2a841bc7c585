import { primaryOf } from "./language.ts";
import { texts as ar } from "./server/ar.ts";
import { texts as de } from "./server/de.ts";
import { texts as en, type ServerTexts } from "./server/en.ts";
import { texts as es } from "./server/es.ts";
import { texts as fr } from "./server/fr.ts";
import { texts as hi } from "./server/hi.ts";
import { texts as it } from "./server/it.ts";
import { texts as ja } from "./server/ja.ts";
import { texts as nl } from "./server/nl.ts";
import { texts as pl } from "./server/pl.ts";
import { texts as pt } from "./server/pt.ts";
import { texts as tr } from "./server/tr.ts";
import { texts as zh } from "./server/zh.ts";
import { type Overrides, type Texts, type Translation, textsByPath, textsOf, writerFor } from "./template.ts";

const LANGUAGES = {
	en,
	ar,
	de,
	es,
	fr,
	hi,
	it,
	ja,
	nl,
	pl,
	pt,
	tr,
	zh,
} satisfies Readonly<Record<string, Translation<ServerTexts>>>;

export type LanguageWithTexts = keyof typeof LANGUAGES;
const isKnown = (language: string): language is LanguageWithTexts => Object.hasOwn(LANGUAGES, language);

/** Primary subtags of the languages that have catalogues. */
export const LANGUAGES_WITH_TEXTS: readonly string[] = Object.keys(LANGUAGES);

/** Before the paths of these texts in a protocol: those of the app have none. */
export const PAGE = "page.";

function known(tag: string): Translation<ServerTexts> | null {
	const language = primaryOf(tag);
	return isKnown(language) ? LANGUAGES[language] : null;
}

type ServerTextsIn = { readonly texts: Texts<ServerTexts>; readonly lang: string };

/**
 * What the server itself says to a study's participants. `lang` is English where the study's language has no catalogue and
 * the study does not bring all texts, which opening a study refuses since there are `texts`.
 */
export function serverTextsIn(language: string, own: Overrides = {}): ServerTextsIn {
	const texts = known(language);
	const lang = texts || isWhole(own) ? language : "en";
	return { texts: textsOf<ServerTexts>(texts ?? en, writerFor(lang), own, PAGE), lang };
}

const isWhole = (own: Overrides): boolean => textsByPath(en, PAGE).every(([path]) => own[path] !== undefined);

/** Whether the platform has its own texts in this language, whatever the region. */
export const hasCatalogue = (tag: string): boolean => known(tag) !== null;
