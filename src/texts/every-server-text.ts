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
import type { LanguageWithTexts } from "./server-texts.ts";
import type { Translation } from "./template.ts";

/**
 * What the server says, in every language. The Worker reads it from its static files, so nothing that the Worker imports may import
 * this.
 */
export const SERVER_TEXTS: Readonly<Record<LanguageWithTexts, Translation<ServerTexts>>> = {
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
};
