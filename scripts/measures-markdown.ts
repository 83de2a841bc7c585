import { MEASURES, MEASURES_VERSION } from "../src/judging/measures/catalogue.ts";
import type { LanguageScope } from "../src/judging/measures/measure.ts";

const SCOPES: Readonly<Record<LanguageScope, string>> = {
	any: "any",
	spaced: "with spaces between words",
	English: "English",
};

/** docs/reference/measures.md, from the same data as the code. */
export function measuresMarkdown(): string {
	return `# Measures of texts

<!-- Written by \`npm run generate:measures\`. Do not edit. -->

Each measure is a pure function of a text, under \`src/judging/\`. How to use them: [Measure texts](../how-to/measure-texts.md). The definitions have a version,
**${MEASURES_VERSION}**: never mix values of two versions.

## A reply or a message

Replies are read as Markdown, as the participants' page shows them; messages are read as they were typed. A measure that does not apply to a text
says why and is never a zero: the wrong language, too few words, no Markdown.

${table(
	["name", "unit", "definition", "languages", "source"],
	MEASURES.map(({ name, unit, definition, languages, source }) => [
		`\`${name}\``,
		unit,
		definition,
		SCOPES[languages],
		source,
	]),
)}
`;
}

export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
	[headings, headings.map(() => "---"), ...rows].map((cells) => `| ${cells.map(escaped).join(" | ")} |`).join("\n");

const escaped = (cell: string): string => cell.replaceAll("|", "\\|");
