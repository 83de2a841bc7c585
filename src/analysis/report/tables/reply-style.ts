import { LENGTHS } from "../../../judging/measures/lengths.ts";
import { MARKS } from "../../../judging/measures/marks.ts";
import { type Measure, measured } from "../../../judging/measures/measure.ts";
import { isQuestion } from "../../../judging/measures/question.ts";
import { ReadText } from "../../../judging/measures/read-text.ts";
import type { ReplyStyle } from "./study-tables.ts";

const FORMATTING = ["headings", "list_items", "emphasis", "tables", "code_blocks"];

// Not from the catalogue of all measures: their phrase lists would double what the Worker loads for a report.
const CHARACTERS = LENGTHS.filter(({ name }) => name === "characters");
const MARKED = MARKS.filter(({ name }) => FORMATTING.includes(name));

/** Length and style of one reply, by the measures of the same names. They need no language, so every reply has them. */
export function styleOf(text: string): ReplyStyle {
	const read = new ReadText(text, { format: "markdown", language: null });
	const total = (measures: readonly Measure[]): number =>
		measures.reduce((sum, measure) => {
			const value = measured(measure, read);
			return sum + (typeof value === "number" ? value : 0);
		}, 0);
	return {
		characters: total(CHARACTERS),
		formatting: total(MARKED),
		questions: read.sentences.filter(isQuestion).length,
	};
}

/** The mean style of several replies; null without replies, because no reply has no length. */
export function meanStyle(styles: readonly ReplyStyle[]): ReplyStyle | null {
	if (styles.length === 0) return null;
	const mean = (of: (style: ReplyStyle) => number): number =>
		styles.reduce((sum, style) => sum + of(style), 0) / styles.length;
	return {
		characters: mean(({ characters }) => characters),
		formatting: mean(({ formatting }) => formatting),
		questions: mean(({ questions }) => questions),
	};
}
