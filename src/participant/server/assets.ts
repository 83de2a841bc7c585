import type { Context } from "hono";
import { z } from "zod";
import type { AppEnv, Env } from "../../env.ts";
import { ProblemError } from "../../shared/problem.ts";

/** The path of the app's files. Vite builds them from `client/`, with a hash in every name except the icon's. */
export const ASSETS = "/app";

const chunk = z.object({
	file: z.string(),
	isEntry: z.boolean().optional(),
	css: z.array(z.string()).optional(),
	imports: z.array(z.string()).optional(),
});
const manifestSchema = z.record(z.string(), chunk);

/** The files that a page loads. Without `preload`, the browser would request those files one round trip later. */
export type AppFiles = {
	readonly entry: string;
	readonly styles: readonly string[];
	readonly preload: readonly string[];
};

/** Cached, because a deployed Worker has one build of the app. Null until it is read, or if there is no build. */
let cached: z.output<typeof manifestSchema> | null = null;

async function manifest(env: Env): Promise<z.output<typeof manifestSchema> | null> {
	if (cached) return cached;
	const found = await env.ASSETS?.fetch(`https://assets.invalid${ASSETS}/manifest.json`);
	if (!found?.ok) return null;
	cached = manifestSchema.parse(await found.json());
	return cached;
}

/** The manifest's key of a catalogue: its path relative to the app's folder. */
const catalogueOf = (language: string): string => `../../texts/app/${language}.ts`;

/** The app's files for a study in this language. Null if the app was not built. */
export async function appFiles(env: Env, language: string): Promise<AppFiles | null> {
	const chunks = await manifest(env);
	const entry = Object.values(chunks ?? {}).find(({ isEntry }) => isEntry);
	if (!chunks || !entry) return null;
	const primary = language.split("-")[0] ?? "";
	const texts = chunks[catalogueOf(primary)] ?? chunks[catalogueOf("en")];
	const names = [...(texts?.imports ?? []), ...(entry.imports ?? [])];
	// A catalogue also imports the entry, which the page loads anyway.
	const imported = names.flatMap((name) => chunks[name] ?? []).filter(({ isEntry }) => !isEntry);
	// The app takes the first of these for the catalogue, if it has to ask for that again.
	const preload = texts ? [texts, ...imported].map(({ file }) => file) : [];
	return { entry: entry.file, styles: entry.css ?? [], preload: [...new Set(preload)] };
}

/** Files with a hash in their names never change, so browsers may cache them forever. */
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
