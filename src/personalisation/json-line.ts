import { brokenTexts } from "../protocol/validate/texts.ts";
import type { Json } from "../shared/json.ts";
import { err, ok, type Result } from "../shared/result.ts";

export type JsonObject = { readonly [key: string]: Json };

/** PRISM nests five levels. What reads a line calls itself a level at a time. */
const MAX_DEPTH = 32;

/**
 * One line of JSONL as an object. Python writes missing numbers as the bare token `NaN`, which is no JSON: it is read as null.
 * The error says what is wrong with the line, in words for who wrote it.
 */
export function parseLine(line: string): Result<JsonObject, string> {
	const value = parsed(line) ?? parsed(withoutNumbersOfPython(line));
	if (value === undefined) return err("This is not JSON.");
	if (value === null || typeof value !== "object" || Array.isArray(value)) return err("A line is one JSON object.");
	if (isDeeper(value, MAX_DEPTH)) return err(`This nests deeper than ${MAX_DEPTH} levels.`);
	if (hasInfinity(value)) return err("A number is too large.");
	const [broken] = brokenTexts(value);
	return broken ? err(`${broken.pointer}: ${broken.detail}`) : ok(value as JsonObject);
}

function parsed(line: string): Json | undefined {
	try {
		return JSON.parse(line) as Json;
	} catch {
		return undefined;
	}
}

/** Outside of strings only: somebody may have written the word. */
const withoutNumbersOfPython = (line: string): string =>
	line.replaceAll(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) => (token.startsWith('"') ? token : "null"));

const isDeeper = (value: Json, levels: number): boolean =>
	value !== null &&
	typeof value === "object" &&
	(levels === 0 || Object.values(value).some((inner: Json) => isDeeper(inner, levels - 1)));

/** What `1e999` is read as. It cannot be written down again, and no hash is of it. */
const hasInfinity = (value: Json): boolean =>
	value !== null && typeof value === "object"
		? Object.values(value).some((inner: Json) => hasInfinity(inner))
		: typeof value === "number" && !Number.isFinite(value);
