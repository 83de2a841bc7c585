import { primaryOf } from "./language.ts";
import { texts as ar } from "./page/ar.ts";
import { texts as de } from "./page/de.ts";
import { texts as en, type PageTexts } from "./page/en.ts";
import { texts as es } from "./page/es.ts";
import { texts as fr } from "./page/fr.ts";
import { texts as hi } from "./page/hi.ts";
import { texts as it } from "./page/it.ts";
import { texts as ja } from "./page/ja.ts";
import { texts as nl } from "./page/nl.ts";
import { texts as pl } from "./page/pl.ts";
import { texts as pt } from "./page/pt.ts";
import { texts as tr } from "./page/tr.ts";
import { texts as zh } from "./page/zh.ts";
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
} satisfies Readonly<Record<string, Translation<PageTexts>>>;

export type LanguageWithTexts = keyof typeof LANGUAGES;
const isKnown = (language: string): language is LanguageWithTexts => Object.hasOwn(LANGUAGES, language);

/** Primary subtags of the languages that have catalogues. */
export const LANGUAGES_WITH_TEXTS: readonly string[] = Object.keys(LANGUAGES);

/** Before the paths of these texts in a protocol: those of the app have none. */
export const PAGE = "page.";

function known(tag: string): Translation<PageTexts> | null {
	const language = primaryOf(tag);
	return isKnown(language) ? LANGUAGES[language] : null;
}

type PageTextsIn = { readonly texts: Texts<PageTexts>; readonly lang: string };

/**
 * What the server itself says to a study's participants. `lang` is English where the study's language has no catalogue and
 * the study does not bring all texts, which opening a study refuses since there are `texts`.
 */
export function pageTextsIn(language: string, own: Overrides = {}): PageTextsIn {
	const texts = known(language);
	const lang = texts || isWhole(own) ? language : "en";
	return { texts: textsOf<PageTexts>(texts ?? en, writerFor(lang), own, PAGE), lang };
}

const isWhole = (own: Overrides): boolean => textsByPath(en, PAGE).every(([path]) => own[path] !== undefined);

/** Whether the platform has its own texts in this language, whatever the region. */
export const hasCatalogue = (tag: string): boolean => known(tag) !== null;
