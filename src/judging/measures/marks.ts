import type { Formatting } from "./markdown.ts";
import type { Measure } from "./measure.ts";

const RGI_EMOJI = /\p{RGI_Emoji}/gv;

const counted = (
	name: string,
	unit: string,
	definition: string,
	count: Exclude<keyof Formatting, "prose">,
): Measure => ({
	name,
	unit,
	definition,
	source: "GitHub Flavored Markdown, by marked",
	languages: "any",
	needsMarkdown: true,
	of: ({ formatting }) => formatting[count],
});

/** Formatting as the participant's page shows it, and emoji. */
export const MARKS: readonly Measure[] = [
	counted("headings", "headings", "Headings of any level.", "headings"),
	counted("list_items", "items", "Items of lists, with those of nested lists.", "listItems"),
	counted("ordered_items", "items", "Items of numbered lists (enumeration).", "orderedItems"),
	counted("emphasis", "passages", "Passages in bold or italics. Bold italics are two.", "emphasis"),
	counted("tables", "tables", "Tables.", "tables"),
	counted("code_blocks", "blocks", "Blocks of code.", "codeBlocks"),
	counted("inline_code", "passages", "Passages of code within a line.", "inlineCode"),
	counted("links", "links", "Links, with bare addresses.", "links"),
	counted("quotations", "blocks", "Blocks of quotation.", "quotations"),
	{
		name: "emoji",
		unit: "emoji",
		definition: "Emoji that Unicode recommends for general interchange, with their skin tones and parts as one.",
		source: "Unicode Technical Standard 51, RGI emoji",
		languages: "any",
		of: ({ source }) => source.match(RGI_EMOJI)?.length ?? 0,
	},
];
