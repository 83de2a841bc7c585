import type { Language } from "./language.ts";
import { ARABIC } from "./patterns/ar.ts";
import { GERMAN } from "./patterns/de.ts";
import { ENGLISH } from "./patterns/en.ts";
import { SPANISH } from "./patterns/es.ts";
import { PERSIAN } from "./patterns/fa.ts";
import { FRENCH } from "./patterns/fr.ts";
import { HEBREW } from "./patterns/he.ts";
import { HINDI } from "./patterns/hi.ts";
import { INDONESIAN } from "./patterns/id.ts";
import { ITALIAN } from "./patterns/it.ts";
import { JAPANESE } from "./patterns/ja.ts";
import { KOREAN } from "./patterns/ko.ts";
import { DUTCH } from "./patterns/nl.ts";
import { POLISH } from "./patterns/pl.ts";
import { PORTUGUESE } from "./patterns/pt.ts";
import { RUSSIAN } from "./patterns/ru.ts";
import { SCANDINAVIAN } from "./patterns/scandinavian.ts";
import { SWAHILI } from "./patterns/sw.ts";
import { TURKISH } from "./patterns/tr.ts";
import { UKRAINIAN } from "./patterns/uk.ts";
import { VIETNAMESE } from "./patterns/vi.ts";
import { CHINESE } from "./patterns/zh.ts";

/**
 * All languages are searched, because a model answers in the language of the message, not in that of the study. The Worker reads
 * them from its static assets, so nothing that the Worker imports may import this.
 */
export const LANGUAGES: readonly Language[] = [
	ENGLISH,
	SPANISH,
	FRENCH,
	GERMAN,
	ITALIAN,
	PORTUGUESE,
	DUTCH,
	POLISH,
	RUSSIAN,
	UKRAINIAN,
	TURKISH,
	ARABIC,
	HEBREW,
	PERSIAN,
	HINDI,
	CHINESE,
	JAPANESE,
	KOREAN,
	VIETNAMESE,
	INDONESIAN,
	SWAHILI,
	SCANDINAVIAN,
];
