import type { Protocol } from "../../protocol/schema/schema.ts";
import { type Warning, warningIf } from "../../protocol/warnings/warning.ts";
import { LANGUAGES_WITH_TEXTS, pageTextsIn } from "../../texts/page-texts.ts";

/** The study's own texts stay as they are; everything that the platform says is English then. */
export const catalogueWarnings = ({ language }: Protocol): Warning[] =>
	warningIf(
		pageTextsIn(language).lang !== language,
		"language_without_catalogue",
		["language"],
		`There is no catalogue in "${language}": participants see buttons, errors and help in English. There are ${LANGUAGES_WITH_TEXTS.join(", ")}.`,
	);
