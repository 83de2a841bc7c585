/** A Worker's static files: its binding `ASSETS`, as far as it is used. */
export type StaticFiles = { readonly fetch: (url: string) => Promise<Response> };

/** The JSON in a static file that no route serves. Rejects if it is missing or cannot be read. */
export async function readStaticJson(files: StaticFiles | undefined, path: string): Promise<unknown> {
	const found = await files?.fetch(`https://assets.invalid${path}`);
	if (!found?.ok) throw new Error(`The static file ${path} is missing: run npm run generate, and deploy again.`);
	return found.json();
}
