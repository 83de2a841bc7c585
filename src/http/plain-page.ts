import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { PLAIN_STYLE } from "./content-security-policy.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

type Language = { readonly lang: string; readonly dir: "ltr" | "rtl" };

const ENGLISH: Language = { lang: "en", dir: "ltr" };

/** A page for documentation and refusals. It loads no files. */
export const page = (title: string, body: Html, { lang, dir } = ENGLISH): Html => html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${raw(PLAIN_STYLE)}</style>
</head>
<body><main>${body}</main></body>
</html>`;
