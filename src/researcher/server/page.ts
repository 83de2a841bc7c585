import { html } from "hono/html";
import { z } from "zod";
import type { Env } from "../../env.ts";

/** The path of the dashboard's files. Vite builds them from `client/`, with a hash in every name except the icon's. */
export const ASSETS = "/dashboard";

const manifestSchema = z.record(
	z.string(),
	z.object({ file: z.string(), isEntry: z.boolean().optional(), css: z.array(z.string()).optional() }),
);

type Files = { readonly script: string; readonly styles: readonly string[] };

/** Null if the dashboard was not built. */
export async function dashboardFiles({ ASSETS: assets }: Env): Promise<Files | null> {
	const found = await assets?.fetch(`https://assets.invalid${ASSETS}/manifest.json`);
	if (!found?.ok) return null;
	const entry = Object.values(manifestSchema.parse(await found.json())).find(({ isEntry }) => isEntry);
	return entry ? { script: entry.file, styles: entry.css ?? [] } : null;
}

/** One page with the same bytes for everybody. Its script signs in and loads what is shown. */
export const dashboardPage = (files: Files | null) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Studies</title>
<link rel="icon" href="${ASSETS}/icon.svg" type="image/svg+xml">
${files?.styles.map((file) => html`<link rel="stylesheet" href="${ASSETS}/${file}">`) ?? ""}
${files ? html`<script type="module" src="${ASSETS}/${files.script}"></script>` : ""}
</head>
<body>
<div id="dashboard">${files ? html`<p class="loading">Loading…</p>` : UNBUILT}</div>
<noscript><p>The dashboard needs JavaScript. Everything it shows is also in the API, described under <a href="/docs">/docs</a>.</p></noscript>
</body>
</html>`;

/** Shown only if the Worker is served without the built dashboard. It addresses the operator. */
const UNBUILT = html`<p>The dashboard has not been built. Run <code>npm run build</code>, then load this page again.</p>`;
