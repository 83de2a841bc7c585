import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { recordAudit } from "../../access/audit.ts";
import { findCallerById } from "../../access/keys/api-keys.ts";
import { actorOf, researcher } from "../../access/require-scope.ts";
import { keyPrintOf, READING, signPass } from "../../access/sign-in/dashboard-pass.ts";
import { database } from "../../db/database.ts";
import type { AppEnv } from "../../env.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../../http/contract.ts";
import { timestamp } from "../../shared/clock.ts";
import { ProblemError } from "../../shared/problem.ts";
import { requireStudy, studyParams } from "../../studies/require-study.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

const newLinkSchema = z
	.strictObject({
		days: z.int().min(1).max(90).default(7).describe("For how many days the link is valid."),
		sessions: z
			.boolean()
			.describe("Whether its holder may also read sessions: lists, transcripts and answers. Needs `data:read`."),
	})
	.openapi("NewDashboardLink");

const linkSchema = z
	.strictObject({
		url: z.string().describe("Whoever has it may read this study's pages. The part after `#` reaches no server's log."),
		expiresAt: z.iso.datetime(),
	})
	.openapi("DashboardLink");

const createLink = createRoute({
	method: "post",
	path: "/v1/studies/{study}/dashboard-links",
	operationId: "createDashboardLink",
	summary: "Make a link to a study's dashboard, for reading only",
	description: "Revoking the API key that made the link ends it.",
	tags: ["Dashboard"],
	...researcher("studies:write"),
	request: { params: studyParams, body: jsonBody(newLinkSchema) },
	responses: { 201: jsonAnswer(linkSchema, "The link."), ...refusals(400, 401, 403, 404, 409, 413, 415, 422, 500) },
});

export function registerLinkRoutes(app: App): void {
	app.openapi(createLink, async (c) => {
		const { id, slug } = await requireStudy(c);
		const { days, sessions } = c.req.valid("json");
		const nowMs = Date.now();
		const expiresAtMs = nowMs + days * DAY_MS;
		const keyPrint = await printOfCaller(c);
		const scopes = READING.filter((scope) => scope === "studies:read" || sessions);
		const missing = scopes.filter((scope) => !c.get("apiKey")?.scopes.includes(scope));
		if (missing.length > 0)
			throw new ProblemError({ code: "forbidden", detail: `Your own key lacks ${missing.join(" and ")}.` });
		const pass = { keyId: actorOf(c), keyPrint, study: { id, slug }, scopes, expiresAtMs };
		const signed = await signPass(pass, "link", c.env);
		const entry = { actor: actorOf(c), action: "dashboard.link", studyId: id, detail: { days, sessions } } as const;
		await recordAudit(database(c.env.DB), entry, nowMs);
		return c.json(
			{ url: `${new URL(c.req.url).origin}/studies/${slug}#${signed}`, expiresAt: timestamp(expiresAtMs) },
			201,
		);
	});
}

async function printOfCaller(c: Context<AppEnv>): Promise<string> {
	const found = await findCallerById(database(c.env.DB), actorOf(c), { bindings: c.env, nowMs: Date.now() });
	const print = found && keyPrintOf(found.hash, c.env);
	if (print === null)
		throw new ProblemError({ code: "bad_environment", detail: "Bind IDENTITY_KEY to the Worker. It signs links." });
	return print;
}
