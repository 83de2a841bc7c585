import { readStaticJson, type StaticFiles } from "../../shared/files/static-files.ts";
import type { Language } from "./language.ts";
import { type Rules, rulesOf } from "./rules.ts";

const PATH = "/self-identification.json";

/** For the life of the isolate. They are values, because one request must not await another request's promise. */
let languages: readonly Language[] | null = null;
let compiled: readonly Rules[] | null = null;

/**
 * The rules of all languages. Throws if they were not read: without them nothing would be found, and a reply that names its model
 * would be shown.
 */
export function rules(): readonly Rules[] {
	if (languages === null) throw new Error("The rules that find self-identification were not read.");
	compiled ??= languages.map(rulesOf);
	return compiled;
}

/** For tests and scripts, which have no static files. Null: as before anything was read. */
export function useLanguages(all: readonly Language[] | null): void {
	if (languages === all) return;
	languages = all;
	compiled = null;
}

/** Reads the rules from the Worker's static files, once. Rejects if that fails; a later call tries again. */
export async function readRules(files: StaticFiles | undefined): Promise<void> {
	if (languages !== null) return;
	const read = await readStaticJson(files, PATH);
	if (!Array.isArray(read) || read.length === 0 || !read.every(isLanguage))
		throw new Error(`The static file ${PATH} is not what npm run generate writes.`);
	languages ??= read;
}

/** That there are rules is checked, because none would hide nothing. */
const isLanguage = (value: unknown): value is Language =>
	typeof value === "object" &&
	value !== null &&
	"identity" in value &&
	Array.isArray(value.identity) &&
	value.identity.length > 0;
