import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

type Language = { readonly lang: string; readonly dir: "ltr" | "rtl" };

const ENGLISH: Language = { lang: "en", dir: "ltr" };

/** A plain page that loads nothing from anywhere: for documentation and refusals. */
export const page = (title: string, body: Html, { lang, dir } = ENGLISH): Html => html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; color: #1b1b1f; background: #fff; }
code { font-size: 0.95em; } small { color: #595966; } table { border-collapse: collapse; } td { padding: 0.2rem 0.8rem 0.2rem 0; vertical-align: top; }
@media (prefers-color-scheme: dark) { body { color: #ececf1; background: #17171a; } small { color: #a5a5b3; } a { color: #9db9ff; } }
</style>
</head>
<body><main>${body}</main></body>
</html>`;
