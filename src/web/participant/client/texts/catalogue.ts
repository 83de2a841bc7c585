import type { Texts } from "./en.ts";
import { primaryOf } from "./language.ts";

type Chunk = { readonly texts: Texts };

const english = (): Promise<Chunk> => import("./en.ts");
/** By the first part of the language's tag. A language that is not here gets English. */
const LANGUAGES: Readonly<Record<string, () => Promise<Chunk>>> = {
	en: english,
	ar: () => import("./ar.ts"),
	ja: () => import("./ja.ts"),
};

/** Before each further attempt. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000];

/** The app's own texts, in the language of the study. There before anything is shown. */
export let texts: Texts;

/** What is written by others: in whichever direction, and in the study's language where the app's own words are not. */
export let theirs: { readonly dir: "auto"; readonly lang?: string } = { dir: "auto" };

/** What the server says of an answer, which it does in English; to others that it is to be looked at again. */
export const told = (detail: string): string => (inEnglish ? detail : texts.form.refused);
let inEnglish = true;

/** @throws where they cannot be had, after half a minute */
export async function loadTexts(tag: string): Promise<void> {
	const known = LANGUAGES[primaryOf(tag)];
	inEnglish = (known ?? english) === english;
	if (!known) theirs = { dir: "auto", lang: tag };
	({ texts } = await insist(known ?? english));
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
