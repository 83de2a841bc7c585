import { err, ok, type Result } from "../../../shared/result.ts";
import { parse } from "./regular-expression/parse.ts";
import { matcherFor, sizeOf } from "./regular-expression/program.ts";
import type { Tree } from "./regular-expression/tree.ts";

/** Named formats. Prolific's participant ids are MongoDB ObjectIds. */
const PRESETS: Readonly<Record<string, string>> = { prolific: "[0-9a-f]{24}" };

const LONGEST = 200;
/** In states. Matching looks at each of them at most once for each character. */
const LARGEST_SIZE = 2000;

/** Why this text cannot be a study's `recruitment.idFormat`. Null if it can. */
export function idFormatFault(format: string): string | null {
	if (format === "" || format.length > LONGEST) return `Give an expression of 1 to ${LONGEST} characters.`;
	const parsed = parsedFormat(format);
	return parsed.ok ? null : parsed.error;
}

const NOT_REGULAR =
	"Write a regular expression in RE2's syntax, which has no lookaround and no backreference, or the preset prolific";

/** Whether the whole id has the format. The time is linear in the length of the id, for every expression. */
export function matcherOf(format: string): (id: string) => boolean {
	const parsed = parsedFormat(format);
	if (!parsed.ok) throw new Error("the study's idFormat has a fault");
	return matcherFor(parsed.value);
}

function parsedFormat(format: string): Result<Tree, string> {
	const parsed = parse(Object.hasOwn(PRESETS, format) ? (PRESETS[format] ?? "") : format);
	if (!parsed.ok) return err(`${NOT_REGULAR} (${parsed.error}).`);
	return sizeOf(parsed.value) > LARGEST_SIZE
		? err("This expression repeats too much: use smaller repetition counts.")
		: ok(parsed.value);
}
