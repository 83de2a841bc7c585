import { brokenTexts } from "../../protocol/validate/texts/texts.ts";
import type { Json } from "../../shared/json.ts";
import { readJsonSource } from "../../shared/json-source.ts";
import { err, ok, type Result } from "../../shared/result.ts";

export type JsonObject = { readonly [key: string]: Json };

/** PRISM nests five levels. What reads a line calls itself a level at a time. */
const MAX_DEPTH = 32;

/** Ids of people stand in these fields. They are text, and a number there is kept as it is written. */
const IDS = ["participant", "user_id"];
const DIGITS = /^\d+$/;

/**
 * One line of JSONL as an object. Python writes missing numbers as the bare token `NaN`, which is no JSON: it is read as null.
 * The error says what is wrong with the line, in words for who wrote it.
 */
export function parseLine(line: string): Result<JsonObject, string> {
	const plain = parsed(line);
	const json = plain === undefined ? withoutNumbersOfPython(line) : line;
	const value = plain === undefined ? parsed(json) : plain;
	if (value === undefined) return err("This is not JSON.");
	if (value === null || typeof value !== "object" || Array.isArray(value)) return err("A line is one JSON object.");
	if (isDeeper(value, MAX_DEPTH)) return err(`This nests deeper than ${MAX_DEPTH} levels.`);
	const { faults, written } = readJsonSource(json, IDS);
	const [mangled] = [...written].find(([, id]) => !DIGITS.test(id)) ?? [];
	if (mangled !== undefined) return err(`/${mangled}: ${NOT_AN_ID}`);
	const [fault] = [...faults, ...brokenTexts(value)];
	return fault
		? err(`${fault.pointer}: ${fault.detail}`)
		: ok({ ...(value as JsonObject), ...Object.fromEntries(written) });
}

const NOT_AN_ID = "An id is text: write it in quotes, as the recruiter has it.";

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
