import type { Context } from "hono";
import { z } from "zod";
import type { AppEnv, Env } from "../../env.ts";
import { ProblemError } from "../../shared/problem.ts";

/** Where the app's own files are: built by Vite from `client/`, with a hash in every name but the icon's. */
export const ASSETS = "/app";

const chunk = z.object({
	file: z.string(),
	isEntry: z.boolean().optional(),
	css: z.array(z.string()).optional(),
	imports: z.array(z.string()).optional(),
});
const manifestSchema = z.record(z.string(), chunk);

/** What a page has to load: the stylesheets, the entry, and what the entry would otherwise find one round trip later. */
export type AppFiles = {
	readonly entry: string;
	readonly styles: readonly string[];
	readonly preload: readonly string[];
};

/** A Worker has one build of the app for life. Null where it was deployed without one. */
let known: z.output<typeof manifestSchema> | null = null;

async function manifest(env: Env): Promise<z.output<typeof manifestSchema> | null> {
	if (known) return known;
	const found = await env.ASSETS?.fetch(`https://assets.invalid${ASSETS}/manifest.json`);
	if (!found?.ok) return null;
	known = manifestSchema.parse(await found.json());
	return known;
}

/** As the build names it: from the folder of the app. */
const catalogueOf = (language: string): string => `../../texts/app/${language}.ts`;

/** The app's files for a study in this language; null where the app was not built. */
export async function appFiles(env: Env, language: string): Promise<AppFiles | null> {
	const chunks = await manifest(env);
	const entry = Object.values(chunks ?? {}).find(({ isEntry }) => isEntry);
	if (!chunks || !entry) return null;
	const primary = language.split("-")[0] ?? "";
	const texts = chunks[catalogueOf(primary)] ?? chunks[catalogueOf("en")];
	// The entry, which a catalogue imports too, is there already.
	const imported = (texts?.imports ?? []).flatMap((name) => chunks[name] ?? []).filter(({ isEntry }) => !isEntry);
	const needed = texts ? [texts, ...imported].map(({ file }) => file) : [];
	return { entry: entry.file, styles: entry.css ?? [], preload: needed };
}

/** A file whose name has a hash never changes: a phone on a bad network asks for it once. */
const HASHED = /\/assets\//;

export async function serveAsset(c: Context<AppEnv>): Promise<Response> {
	const found = await c.env.ASSETS?.fetch(c.req.raw);
	if (!found || (found.status !== 200 && found.status !== 304)) {
		throw new ProblemError({ code: "not_found", detail: "Check the address." });
	}
	const headers = new Headers(found.headers);
	headers.set(
		"Cache-Control",
		HASHED.test(c.req.path) ? "public, max-age=31536000, immutable" : "public, max-age=3600",
	);
	return new Response(found.body, { status: found.status, headers });
}
