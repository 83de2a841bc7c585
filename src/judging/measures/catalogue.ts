import { LENGTHS } from "./lengths.ts";
import { LEXICAL } from "./lexical.ts";
import { MARKS } from "./marks.ts";
import { type Measure, type Measured, measured } from "./measure.ts";
import { type ReadOptions, ReadText } from "./read-text.ts";
import { WORDING } from "./wording.ts";

/** Changes with every change of a definition. Stored with the values, so that values of two definitions are never mixed. */
export const MEASURES_VERSION = "crossover-measures/1";

/** All measures of a text, in the order of the columns. */
export const MEASURES: readonly Measure[] = [...LENGTHS, ...WORDING, ...MARKS, ...LEXICAL];

export type MeasuredText = Readonly<Record<string, Measured>>;

/** All measures of one text by name. A measure that does not apply gives its reason, never zero. */
export function measureText(source: string, options: ReadOptions): MeasuredText {
	const text = new ReadText(source, options);
	return Object.fromEntries(MEASURES.map((measure) => [measure.name, measured(measure, text)]));
}
