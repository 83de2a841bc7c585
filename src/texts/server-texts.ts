import { readStaticJson, type StaticFiles } from "../shared/files/static-files.ts";
import { primaryOf } from "./language.ts";
import { texts as en, type ServerTexts } from "./server/en.ts";
import { type Overrides, type Texts, type Translation, textsByPath, textsOf, writerFor } from "./template.ts";

/** Primary subtags of the languages that have catalogues. */
export const LANGUAGES_WITH_TEXTS = [
	"en",
	"ar",
	"de",
	"es",
	"fr",
	"hi",
	"it",
	"ja",
	"nl",
	"pl",
	"pt",
	"tr",
	"zh",
] as const;

export type LanguageWithTexts = (typeof LANGUAGES_WITH_TEXTS)[number];

/** Before the paths of these texts in a protocol: those of the app have none. */
export const PAGE = "page.";

/** Whether the platform has its own texts in this language, whatever the region. */
export const hasCatalogue = (tag: string): boolean => LANGUAGES_WITH_TEXTS.some((known) => known === primaryOf(tag));

type Catalogues = Readonly<Record<string, Translation<ServerTexts>>>;

/** For the life of the isolate. It is a value, because one request must not await another request's promise. */
let read: Catalogues = { en };

/** Null if the language has no catalogue, or if its file cannot be read now: English is better than an error. */
async function catalogueOf(tag: string, files: StaticFiles | undefined): Promise<Translation<ServerTexts> | null> {
	if (!hasCatalogue(tag)) return null;
	const language = primaryOf(tag);
	if (!Object.hasOwn(read, language)) {
		const found = await readStaticJson(files, "/server-texts.json").catch(() => ({}));
		// The file is written from our own catalogues, whose types are checked.
		read = { ...read, ...(found as Catalogues) };
	}
	return read[language] ?? null;
}

type ServerTextsIn = { readonly texts: Texts<ServerTexts>; readonly lang: string };

/**
 * What the server itself says to a study's participants. `lang` is English where the study's language has no catalogue and
 * the study does not bring all texts, which opening a study refuses since there are `texts`.
 */
export async function serverTextsIn(
	language: string,
	files: StaticFiles | undefined,
	own: Overrides = {},
): Promise<ServerTextsIn> {
	const texts = await catalogueOf(language, files);
	const lang = texts || isWhole(own) ? language : "en";
	return { texts: textsOf<ServerTexts>(texts ?? en, writerFor(lang), own, PAGE), lang };
}

const isWhole = (own: Overrides): boolean => textsByPath(en, PAGE).every(([path]) => own[path] !== undefined);
