import type { ReadText } from "./read-text.ts";

/** The reason for a missing value. */
export type Missing = { readonly missing: string };

export type Measured = number | Missing;

/** `any`: every language. `spaced`: scripts with spaces between words. `English`: only English. */
export type LanguageScope = "any" | "spaced" | "English";

export type Measure = {
	/** The name of the column: lower case with underscores. */
	readonly name: string;
	readonly unit: string;
	readonly definition: string;
	readonly source: string;
	readonly languages: LanguageScope;
	/** Whether the measure counts Markdown, which only replies contain. */
	readonly needsMarkdown?: true;
	readonly of: (text: ReadText) => Measured;
};

/** The measure's value, or why the text has none: a language that does not apply, or no Markdown. */
export function measured(measure: Measure, text: ReadText): Measured {
	if (measure.needsMarkdown && text.format === "plain")
		return { missing: "Not applicable: the text is plain, so signs of Markdown are shown as they are." };
	if (measure.languages === "English" && !text.isEnglish)
		return {
			missing:
				text.language === null
					? "Not applicable: the language of the text is not known."
					: `Not applicable: the measure is made for English, and the text is in "${text.language}".`,
		};
	if (measure.languages === "spaced" && !text.isSpaced)
		return { missing: "Not applicable: the text is in a script without spaces between words." };
	return measure.of(text);
}

/** A count per 100 words. */
export const perHundredWords = (count: number, text: ReadText): Measured =>
	text.words.length === 0 ? NO_WORDS : (100 * count) / text.words.length;

export const NO_WORDS: Missing = { missing: "The text has no words." };
