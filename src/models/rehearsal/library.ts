import { z } from "zod";
import type { Bindings } from "../endpoints/endpoints.ts";
import { ModelFailure } from "../model-types.ts";
import type { OwnLines } from "./own-lines.ts";
import { topicsSchema } from "./topic.ts";

/** The lines come from `own-lines.ts`, written at the build: only that there are some is checked. */
const librarySchema = z.object({
	topics: topicsSchema,
	lines: z.custom<OwnLines>((lines) => typeof lines === "object" && lines !== null),
});

/** What the rehearsal model can say. */
export type Library = z.output<typeof librarySchema>;

const PATH = "/rehearsal.json";

/** Cached for the life of the isolate. The cache holds a value, because one request must not await another request's promise. */
let cached: Library | null = null;

/** Reads the library from the Worker's static assets. They are not secret, but no route serves them. */
export async function libraryFrom({ ASSETS }: Bindings): Promise<Library> {
	if (cached) return cached;
	const found = isFetcher(ASSETS) ? await ASSETS.fetch(`https://assets.invalid${PATH}`) : null;
	if (!found?.ok) throw new ModelFailure("refused", false);
	cached = librarySchema.parse(await found.json());
	return cached;
}

type AssetsBinding = { readonly fetch: (url: string) => Promise<Response> };

const isFetcher = (binding: unknown): binding is AssetsBinding =>
	typeof binding === "object" && binding !== null && "fetch" in binding && typeof binding.fetch === "function";
