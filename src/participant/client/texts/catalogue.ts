import type { AppTexts } from "../../../texts/app/en.ts";
import { primaryOf } from "../../../texts/language.ts";
import type { LanguageWithTexts } from "../../../texts/server-texts.ts";
import { type Overrides, type Texts, type Translation, textsOf, writerFor } from "../../../texts/template.ts";
import { regionIn, timeIn } from "./time-and-place.ts";

export type OwnTexts = Texts<AppTexts>;

type Chunk = { readonly texts: Translation<AppTexts> };

const english = (): Promise<Chunk> => import("../../../texts/app/en.ts");
/** By the first part of the language's tag. In other languages the texts are English, or all come from the study. */
const LANGUAGES: Readonly<Record<LanguageWithTexts, () => Promise<Chunk>>> = {
	en: english,
	ar: () => import("../../../texts/app/ar.ts"),
	de: () => import("../../../texts/app/de.ts"),
	es: () => import("../../../texts/app/es.ts"),
	fr: () => import("../../../texts/app/fr.ts"),
	it: () => import("../../../texts/app/it.ts"),
	nl: () => import("../../../texts/app/nl.ts"),
	pl: () => import("../../../texts/app/pl.ts"),
	pt: () => import("../../../texts/app/pt.ts"),
	hi: () => import("../../../texts/app/hi.ts"),
	tr: () => import("../../../texts/app/tr.ts"),
	zh: () => import("../../../texts/app/zh.ts"),
	ja: () => import("../../../texts/app/ja.ts"),
};

const isKnown = (language: string): language is LanguageWithTexts => Object.hasOwn(LANGUAGES, language);

/** The pause before each further attempt. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000];

/** The app's texts in the study's language. Loaded before the first render. */
export let texts: OwnTexts;

/** Writes a number in the study's language. */
export let numberText: (value: number) => string;

/** A future time on this device's clock. */
export let timeText: (moment: Date, now: Date) => string;

/** The name of a country in the study's language, by its two-letter code. */
export let regionText: (code: string) => string;

/** Attributes for texts that the study wrote: their direction, and their language if it differs from the page's. */
export let studyTextAttributes: { readonly dir: "auto"; readonly lang?: string } = { dir: "auto" };

/** A fault's detail, which the server writes in English. In other languages, a general sentence. */
export const localisedFault = (detail: string): string => (inEnglish ? detail : texts.form.refused);
let inEnglish = true;

/** The values for a text that names one of several assistants or replies. */
export const lettered = (candidate: string) => ({ letter: candidate.toUpperCase() });

/**
 * @param tag the study's language
 * @param pageTag the language of the page: English if the study's language has no texts
 * @param own the study's own texts
 * @throws after half a minute without the texts
 */
export async function loadTexts(tag: string, pageTag: string, own: Overrides): Promise<void> {
	const language = primaryOf(pageTag);
	const load = isKnown(language) ? LANGUAGES[language] : english;
	inEnglish = primaryOf(pageTag) === "en";
	if (pageTag !== tag) studyTextAttributes = { dir: "auto", lang: tag };
	const writer = writerFor(pageTag);
	const chunk = await loadWithRetries(load);
	texts = textsOf<AppTexts>(chunk.texts, writer, own);
	numberText = writer.number;
	timeText = (moment, now) => timeIn(pageTag, moment, now);
	regionText = (code) => regionIn(pageTag, code);
}

async function loadWithRetries(load: () => Promise<Chunk>): Promise<Chunk> {
	for (const [attempt, pauseMs] of PAUSES_MS.entries()) {
		try {
			return await (attempt === 0 ? load() : again(attempt));
		} catch {
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
		}
	}
	return again(PAUSES_MS.length);
}

/**
 * Browsers remember that a module could not be fetched until the page is closed, so a retry needs another address. The
 * page names the file, because only the build knows its hash.
 */
function again(attempt: number): Promise<Chunk> {
	const file = document.querySelector<HTMLLinkElement>('link[rel="modulepreload"]')?.href ?? "";
	return import(/* @vite-ignore */ `${file}?again=${attempt}`);
}
