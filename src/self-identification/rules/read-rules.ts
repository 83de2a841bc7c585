import { readStaticJson, type StaticFiles } from "../../shared/files/static-files.ts";
import { type Entities, useEntities } from "../text/entities.ts";
import type { Language } from "./language.ts";
import { type Rules, rulesOf } from "./rules.ts";

const PATH = "/self-identification.json";

/** What `npm run generate` writes to the static file. */
export type RulesFile = { readonly languages: readonly Language[]; readonly entities: Entities };

/** For the life of the isolate. They are values, because one request must not await another request's promise. */
let used: RulesFile | null = null;
let compiled: readonly Rules[] | null = null;

/**
 * The rules of all languages. Throws if they were not read: without them nothing would be found, and a reply that names its model
 * would be shown.
 */
export function rules(): readonly Rules[] {
	if (used === null) throw new Error("The rules that find self-identification were not read.");
	compiled ??= used.languages.map(rulesOf);
	return compiled;
}

/** For tests and scripts, which have no static files. Null: as before anything was read. */
export function useRules(file: RulesFile | null): void {
	if (used === file) return;
	used = file;
	compiled = null;
	useEntities(file?.entities ?? null);
}

/** Reads the rules from the Worker's static files, once. Rejects if that fails; a later call tries again. */
export async function readRules(files: StaticFiles | undefined): Promise<void> {
	if (used !== null) return;
	const read = await readStaticJson(files, PATH);
	if (!isRulesFile(read)) throw new Error(`The static file ${PATH} is not what npm run generate writes.`);
	// Another request may have read it meanwhile.
	if (used === null) useRules(read);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null;

/** Rules and entities must be there: with an empty list, every name would be shown. */
const isRulesFile = (value: unknown): value is RulesFile =>
	isObject(value) &&
	isFull(value.languages) &&
	value.languages.every((language) => isObject(language) && isFull(language.identity)) &&
	isObject(value.entities) &&
	isObject(value.entities.named) &&
	typeof value.entities.named.amp === "string";

const isFull = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 0;
