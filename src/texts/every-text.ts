import { texts as app } from "./app/en.ts";
import { texts as page } from "./server/en.ts";
import { hasCatalogue, PAGE } from "./server-texts.ts";
import { type Overrides, type Text, textsByPath } from "./template.ts";

/** Every text that participants read and no study wrote, in English: by the path under which a study may write its own. */
export const EVERY_TEXT: ReadonlyMap<string, Text> = new Map([...textsByPath(app), ...textsByPath(page, PAGE)]);

/** The paths of texts that a study in this language lacks. Those of a language with catalogues are all there. */
export const missingTexts = (language: string, own: Overrides): string[] =>
	hasCatalogue(language) ? [] : [...EVERY_TEXT.keys()].filter((path) => own[path] === undefined);
