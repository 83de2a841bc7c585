import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { hasCatalogue } from "../texts/server-texts.ts";

/** Without a study: the browser's preferred language among those with a catalogue. */
export const acceptedLanguage = (c: Context): string =>
	accepts(c, {
		header: "Accept-Language",
		supports: [],
		default: "en",
		// Hono's own match knows no regions: `ar-EG` is served by the catalogue in `ar`, and stays `ar-EG` for numbers.
		match: (languages, { default: otherwise }) =>
			languages.find(({ type, q }) => q > 0 && /^[\w-]+$/.test(type) && hasCatalogue(type))?.type ?? otherwise,
	});
