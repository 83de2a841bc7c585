import { RE2JS, RE2JSException } from "re2js";

/** Named formats. Prolific's participant ids are MongoDB ObjectIds. */
const PRESETS: Readonly<Record<string, string>> = { prolific: "[0-9a-f]{24}" };

const LONGEST = 200;
/** In instructions of the compiled expression. Matching takes at most this many steps for each character. */
const LARGEST_PROGRAM = 2000;

/** Why this text cannot be a study's `recruitment.idFormat`. Null if it can. */
export function idFormatFault(format: string): string | null {
	if (format === "" || format.length > LONGEST) return `Give an expression of 1 to ${LONGEST} characters.`;
	try {
		const size = compiled(format).programSize();
		return size > LARGEST_PROGRAM ? "This expression repeats too much: use smaller repetition counts." : null;
	} catch (error) {
		if (error instanceof RE2JSException) return `${NOT_REGULAR} (${error.message}).`;
		throw error;
	}
}

const NOT_REGULAR =
	"Write a regular expression in RE2's syntax, which has no lookaround and no backreference, or the preset prolific";

/** Whether the whole id has the format. RE2 matches in time linear in the length of the id, for every expression. */
export function matcherOf(format: string): (id: string) => boolean {
	const expression = compiled(format);
	return (id) => expression.matches(id);
}

const compiled = (format: string): RE2JS =>
	RE2JS.compile(Object.hasOwn(PRESETS, format) ? (PRESETS[format] ?? "") : format);
