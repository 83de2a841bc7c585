import { brokenTexts } from "../../protocol/validate/texts/texts.ts";
import type { Json } from "../../shared/json.ts";
import { readJsonSource } from "../../shared/json-source.ts";
import { err, ok, type Result } from "../../shared/result.ts";

export type JsonObject = { readonly [key: string]: Json };

/** PRISM nests five levels. Readers recurse once for each level. */
const MAX_DEPTH = 32;

/** Fields with ids of people. Ids are strings; a number is kept in its written form. */
const IDS = ["participant", "user_id"];
const DIGITS = /^\d+$/;

/**
 * Parses one line of JSONL as an object. Python writes missing numbers as the bare token `NaN`, which is not JSON: it is read
 * as null. The error is written for the author of the line.
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

const NOT_AN_ID = "An id is text: write it in quotes, exactly as the recruiter does.";

function parsed(line: string): Json | undefined {
	try {
		return JSON.parse(line) as Json;
	} catch {
		return undefined;
	}
}

/** Only outside of strings: a text may contain the word. */
const withoutNumbersOfPython = (line: string): string =>
	line.replaceAll(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (token) => (token.startsWith('"') ? token : "null"));

const isDeeper = (value: Json, levels: number): boolean =>
	value !== null &&
	typeof value === "object" &&
	(levels === 0 || Object.values(value).some((inner: Json) => isDeeper(inner, levels - 1)));
