import { html } from "hono/html";
import type { StaticFiles } from "../../shared/files/static-files.ts";
import { directionOf } from "../../texts/language.ts";
import { serverTextsIn } from "../../texts/server-texts.ts";
import type { Overrides } from "../../texts/template.ts";
import { type AppFiles, ASSETS } from "./assets.ts";

/** The study's language and own texts, and the sites that may show the page in a frame. */
export type PageSetting = {
	readonly language: string;
	readonly embedOrigins: readonly string[];
	readonly texts: Overrides;
	/** For a researcher's walk: where its steps are. Absent: a participant's own session. */
	readonly walk?: string;
};

/**
 * The participant's page. It has the same bytes for all participants of a study: the session's token is in the cookie or in the
 * address after `#`, which no server sees, and the script loads the session.
 *
 * `interactive-widget` makes the page smaller when a phone shows its keyboard, so that the keyboard does not cover the last
 * line. A study in a language without a catalogue keeps the direction of its language, with the app's own texts in English.
 */
export async function participantPage(
	{ language, embedOrigins, texts: own, walk }: PageSetting,
	{ app: files, all }: { readonly app: AppFiles | null; readonly all: StaticFiles | undefined },
) {
	const { texts, lang } = await serverTextsIn(language, all, own);
	const mixed = directionOf(lang) === directionOf(language) ? "" : html` class="mixed"`;
	return html`<!doctype html>
<html lang="${lang}" dir="${directionOf(language)}"${mixed}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${texts.description}">
${embedOrigins.length > 0 ? html`<meta name="crossover-embed-origins" content="${embedOrigins.join(" ")}">` : ""}
<title>${texts.title}</title>
<link rel="icon" href="${ASSETS}/icon.svg" type="image/svg+xml">
${files?.styles.map((file) => html`<link rel="stylesheet" href="${ASSETS}/${file}">`) ?? ""}
${files?.preload.map((file) => html`<link rel="modulepreload" href="${ASSETS}/${file}">`) ?? ""}
${files ? html`<script type="module" src="${ASSETS}/${files.entry}"></script>` : ""}
</head>
<body>
<div id="app" data-language="${language}"${ownTexts(own)}${walk ? html` data-walk="${walk}"` : ""} data-reload="${texts.reload}">${files ? html`<p class="loading">…</p>` : UNBUILT}</div>
<div id="voice" class="unseen" aria-live="polite"></div>
<noscript><p class="loading">${texts.noscript}</p></noscript>
</body>
</html>`;
}

/** The study's own texts, which the app shows instead of its defaults. */
const ownTexts = (own: Overrides) => (Object.keys(own).length > 0 ? html` data-texts="${JSON.stringify(own)}"` : "");

/** Shown only if the Worker is served without the built app. It addresses the operator. */
const UNBUILT = html`<p>The participant’s app has not been built. Run <code>npm run build</code>, then load this page again.</p>`;
