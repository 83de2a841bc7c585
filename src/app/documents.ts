import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { html } from "hono/html";
import type { AppEnv } from "../env.ts";
import { acceptedLanguage } from "../http/accepted-language.ts";
import { type App, jsonAnswer, refusals } from "../http/contract.ts";
import { page } from "../http/plain-page.ts";
import { PROBLEMS, type ProblemCode, ProblemError } from "../shared/problem.ts";
import { directionOf } from "../texts/language.ts";
import { serverTextsIn } from "../texts/server-texts.ts";
import { registerHealth } from "./health.ts";
import { wantsPage } from "./problem-page.ts";
import { type ApiDocument, apiDocument, problemDoc, protocolDocument } from "./reference.ts";

const OPEN = { tags: ["Service"], security: [] };
const htmlAnswer = (description: string) => ({ description, content: { "text/html": { schema: z.string() } } });

const openapi = createRoute({
	method: "get",
	path: "/openapi.json",
	operationId: "openapi",
	summary: "Get this OpenAPI document",
	...OPEN,
	responses: { 200: jsonAnswer(z.looseObject({}), "An OpenAPI 3.1 document."), ...refusals(500) },
});

const protocolSchema = createRoute({
	method: "get",
	path: "/schemas/protocol.json",
	operationId: "protocolSchema",
	summary: "Get the JSON Schema of the protocol",
	...OPEN,
	responses: {
		200: jsonAnswer(
			z.looseObject({}),
			"The schema, in JSON Schema 2020-12. An editor can use it to complete and check a protocol.",
		),
		...refusals(500),
	},
});

const docs = createRoute({
	method: "get",
	path: "/docs",
	operationId: "docs",
	summary: "Show all operations as a page",
	...OPEN,
	responses: { 200: htmlAnswer("The page."), ...refusals(500) },
});

const problem = createRoute({
	method: "get",
	path: "/problems/{code}",
	operationId: "problem",
	summary: "Explain a problem and what to do about it",
	...OPEN,
	request: { params: z.object({ code: z.string().describe("The problem's code.") }) },
	responses: { 200: htmlAnswer("The explanation."), ...refusals(404) },
});

/** Documents about the service itself. Register them last, because the OpenAPI document lists the routes registered before. */
export function registerDocuments(app: App): void {
	app.get("/", writeHome);
	registerHealth(app);
	app.openapi(openapi, async (c) => {
		const whole: Record<string, unknown> = { ...(await apiDocument(app, c.env)) };
		return c.json(whole, 200);
	});
	app.openapi(protocolSchema, async (c) => c.json({ ...(await protocolDocument(c.env)) }, 200));
	app.openapi(docs, async (c) => c.html(page("The HTTP contract", operationList(await apiDocument(app, c.env))), 200));
	app.openapi(problem, async (c) => {
		const { code } = c.req.valid("param");
		if (!isProblemCode(code))
			throw new ProblemError({ code: "not_found", detail: "There is no problem with this code." });
		const [status, title] = PROBLEMS[code];
		const meaning = await problemDoc(code, c.env);
		return c.html(page(title, html`<h1>${title}</h1><p><code>${code}</code> · ${status}</p><p>${meaning}</p>`), 200);
	});
}

const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(PROBLEMS, text);

/** A page for visitors who shorten a link to its host. API clients get the 404 of any unknown address. */
async function writeHome(c: Context<AppEnv>) {
	if (!wantsPage(c))
		throw new ProblemError({ code: "not_found", detail: "Check the address. /docs lists all operations." });
	const { texts, lang } = await serverTextsIn(acceptedLanguage(c), c.env.ASSETS);
	const { heading, text, researchers } = texts.home;
	const body = html`<h1>${heading}</h1><p>${text}</p><p><a href="/docs" hreflang="en"><small>${researchers}</small></a></p>`;
	return c.html(page(heading, body, { lang, dir: directionOf(lang) }));
}

function operationList({ info, paths }: ApiDocument) {
	const rows = Object.entries(paths ?? {}).flatMap(([path, item]) =>
		Object.entries(item).map(([method, operation]) => {
			const scopes = operation.security?.flatMap((by) => Object.values(by).flat()).join(", ");
			return html`<tr><td><code>${method.toUpperCase()} ${path}</code></td><td>${operation.summary ?? ""}</td><td><small>${scopes}</small></td></tr>`;
		}),
	);
	return html`<h1>${info.title}</h1><p>${info.description}</p>
<p>The OpenAPI document: <a href="/openapi.json">openapi.json</a>. The schema of a protocol: <a href="/schemas/protocol.json">schemas/protocol.json</a>.</p>
<table>${rows}</table>`;
}
