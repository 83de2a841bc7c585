import type { Bindings } from "../endpoints/endpoints.ts";
import { ModelFailure } from "../port.ts";
import { type Library, librarySchema } from "./topic.ts";

const PATH = "/rehearsal.json";

/** Read once for the life of the isolate. A value, because one request must not await the promise of another. */
let known: Library | null = null;

/** Reads the topics from the Worker's static assets. They are not secret, but no route serves them. */
export async function libraryFrom({ ASSETS }: Bindings): Promise<Library> {
	if (known) return known;
	const found = isFetcher(ASSETS) ? await ASSETS.fetch(`https://assets.invalid${PATH}`) : null;
	if (!found?.ok) throw new ModelFailure("refused", false);
	known = librarySchema.parse(await found.json());
	return known;
}

type AssetsBinding = { readonly fetch: (url: string) => Promise<Response> };

const isFetcher = (binding: unknown): binding is AssetsBinding =>
	typeof binding === "object" && binding !== null && "fetch" in binding && typeof binding.fetch === "function";
