import type { Texts } from "./en.ts";

/** By the first part of the language's tag. A language that is not here gets English. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly texts: Texts }>>> = {
	en: () => import("./en.ts"),
	ar: () => import("./ar.ts"),
	ja: () => import("./ja.ts"),
};

/** The app's own texts, in the language of the study. There before anything is shown. */
export let texts: Texts;

export async function loadTexts(tag: string): Promise<void> {
	const load = LANGUAGES[tag.split("-")[0] ?? ""] ?? LANGUAGES.en;
	if (load) ({ texts } = await load());
}
