import { LENGTHS } from "./lengths.ts";
import { LEXICAL } from "./lexical.ts";
import { MARKS } from "./marks.ts";
import type { Measure } from "./measure.ts";
import { WORDING } from "./wording.ts";

/** Changes with every change of a definition. Stored beside values, so that values of two definitions are never mixed. */
export const MEASURES_VERSION = "crossover-measures/1";

/** Every measure of a text, in the order of the columns. */
export const MEASURES: readonly Measure[] = [...LENGTHS, ...WORDING, ...MARKS, ...LEXICAL];
