import type { AppTexts } from "../../../texts/app/en.ts";
import { primaryOf } from "../../../texts/language.ts";
import type { LanguageWithTexts } from "../../../texts/page-texts.ts";
import { type Overrides, type Texts, type Translation, textsOf, writerFor } from "../../../texts/template.ts";
import { regionIn, timeIn } from "./time-and-place.ts";

export type OwnTexts = Texts<AppTexts>;

type Chunk = { readonly texts: Translation<AppTexts> };

const english = (): Promise<Chunk> => import("../../../texts/app/en.ts");
/** By the first part of the language's tag. What is not here is English, or all of it the study's own. */
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

/** Before each further attempt. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000];

/** The app's own texts, in the language of the study. There before anything is shown. */
export let texts: OwnTexts;

/** A number as the study's language writes it. */
export let numberText: (value: number) => string;

/** A moment that lies ahead, as a clock on the wall here says it. */
export let timeText: (moment: Date, now: Date) => string;

/** A country by its two letters, as the study's language calls it. */
export let regionText: (code: string) => string;

/** What is written by others: in whichever direction, and in the study's language where the app's own words are not. */
export let theirs: { readonly dir: "auto"; readonly lang?: string } = { dir: "auto" };

/** What the server says of an answer, which it does in English; to others that it is to be looked at again. */
export const told = (detail: string): string => (inEnglish ? detail : texts.form.refused);
let inEnglish = true;

/** The values of a text that names one of several assistants or replies. */
export const lettered = (candidate: string) => ({ letter: candidate.toUpperCase() });

/**
 * @param tag the study's language
 * @param pageTag the language of the page: English where the study's has no texts
 * @param own the study's own texts
 * @throws where they cannot be had, after half a minute
 */
export async function loadTexts(tag: string, pageTag: string, own: Overrides): Promise<void> {
	const language = primaryOf(pageTag);
	const load = isKnown(language) ? LANGUAGES[language] : english;
	inEnglish = primaryOf(pageTag) === "en";
	if (pageTag !== tag) theirs = { dir: "auto", lang: tag };
	const writer = writerFor(pageTag);
	const chunk = await insist(load);
	texts = textsOf<AppTexts>(chunk.texts, writer, own);
	numberText = writer.number;
	timeText = (moment, now) => timeIn(pageTag, moment, now);
	regionText = (code) => regionIn(pageTag, code);
}

async function insist(load: () => Promise<Chunk>): Promise<Chunk> {
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
 * A module that could not be fetched stays so for the life of a page: another address is another module. The page names
 * the file, for it has a hash and the build alone knows it.
 */
function again(attempt: number): Promise<Chunk> {
	const file = document.querySelector<HTMLLinkElement>('link[rel="modulepreload"]')?.href ?? "";
	return import(/* @vite-ignore */ `${file}?again=${attempt}`);
}
