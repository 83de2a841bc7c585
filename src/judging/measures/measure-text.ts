import { MEASURES } from "./catalogue.ts";
import { type Measured, measured } from "./measure.ts";
import { type ReadOptions, ReadText } from "./read-text.ts";

export type MeasuredText = Readonly<Record<string, Measured>>;

/** All measures of one text by name. A measure that does not apply says why and is never a zero. */
export function measureText(source: string, options: ReadOptions): MeasuredText {
	const text = new ReadText(source, options);
	return Object.fromEntries(MEASURES.map((measure) => [measure.name, measured(measure, text)]));
}
