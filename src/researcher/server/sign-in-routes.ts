import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { recordAudit } from "../../access/audit.ts";
import { findCaller, SCOPES } from "../../access/keys/api-keys.ts";
import { requireAccess } from "../../access/sign-in/cloudflare-access.ts";
import { actTokenOf, keyPrintOf, type Pass, readPass, signPass } from "../../access/sign-in/dashboard-pass.ts";
import { callerOfPass, deletePassCookie, setPassCookie, signedIn } from "../../access/sign-in/signed-in.ts";
import { database } from "../../db/database.ts";
import type { AppEnv } from "../../env.ts";
import { type App, jsonAnswer, jsonBody, refusals } from "../../http/contract.ts";
import { timestamp } from "../../shared/clock.ts";
import { sha256Of } from "../../shared/json.ts";
import { type Problem, ProblemError } from "../../shared/problem.ts";

/** A working day. A browser that is left open is signed out by the next morning. */
const SIGNED_IN_MS = 8 * 60 * 60 * 1000;

const PATH = "/v1/dashboard/sign-in";
const tags = ["Dashboard"];

const signInSchema = z
	.union([
		z.strictObject({ key: z.string().trim().min(1).max(200).describe("An API key, `xo_…`.") }),
		z.strictObject({ link: z.string().min(1).max(2000).describe("The part of a dashboard link after `#`.") }),
	])
	.openapi("SignIn");

const signedInSchema = z
	.strictObject({
		keyId: z.string().describe("The id of the API key behind the sign-in. Revoking that key ends it."),
		scopes: z.array(z.enum(SCOPES)),
		study: z.string().nullable().describe("The slug of the only study that a dashboard link opens."),
		expiresAt: z.iso.datetime(),
		actToken: z.string().describe("Send it as `X-Crossover-Act` with each request that changes something."),
	})
	.openapi("SignedIn");

const signIn = createRoute({
	method: "post",
	path: PATH,
	operationId: "signIn",
	summary: "Sign a browser in on the dashboard, with an API key or a dashboard link",
	description:
		"Sets a cookie that scripts cannot read and other sites cannot use. It lasts eight hours, or as long as the link if that is shorter.",
	tags,
	security: [],
	request: { body: jsonBody(signInSchema) },
	responses: {
		200: jsonAnswer(signedInSchema, "What the browser may do now."),
		...refusals(400, 401, 413, 415, 500, 503),
	},
});

const getSignIn = createRoute({
	method: "get",
	path: PATH,
	operationId: "getSignIn",
	summary: "Get what the signed-in browser may do",
	tags,
	security: [],
	responses: { 200: jsonAnswer(signedInSchema, "What it may do."), ...refusals(401, 500, 503) },
});

const signOut = createRoute({
	method: "delete",
	path: PATH,
	operationId: "signOut",
	summary: "Sign the browser out",
	tags,
	security: [],
	responses: { 204: { description: "The cookie is deleted." } },
});

export function registerSignInRoutes(app: App): void {
	app.openapi(signIn, async (c) => {
		await requireAccess(c, Date.now());
		const sent = c.req.valid("json");
		const nowMs = Date.now();
		const pass = "key" in sent ? await passOfKey(c, sent.key, nowMs) : await passOfLink(c, sent.link, nowMs);
		const cookie = await signPass(pass, "cookie", c.env);
		if (cookie === null) throw new ProblemError(WITHOUT_SECRET);
		const entry = {
			actor: pass.keyId,
			action: "dashboard.sign_in",
			...(pass.study && { studyId: pass.study.id }),
			detail: { by: "key" in sent ? "key" : "link" },
		} as const;
		await recordAudit(database(c.env.DB), entry, nowMs);
		setPassCookie(c, cookie, Math.floor((pass.expiresAtMs - nowMs) / 1000));
		return c.json(view(c, pass, pass.scopes, cookie), 200);
	});

	app.openapi(getSignIn, async (c) => {
		await requireAccess(c, Date.now());
		const found = await signedIn(c);
		if (!found) throw new ProblemError(SIGNED_OUT);
		return c.json(view(c, found.pass, found.caller.scopes, found.cookie), 200);
	});

	app.openapi(signOut, (c) => {
		deletePassCookie(c);
		return c.body(null, 204);
	});
}

async function passOfKey(c: Context<AppEnv>, key: string, nowMs: number): Promise<Pass> {
	const caller = await findCaller(database(c.env.DB), key, { bindings: c.env, nowMs });
	if (!caller) throw new ProblemError(UNKNOWN_KEY);
	const keyPrint = keyPrintOf(sha256Of(key), c.env);
	if (keyPrint === null) throw new ProblemError(WITHOUT_SECRET);
	const scopes = SCOPES.filter((scope) => caller.scopes.includes(scope));
	return { keyId: caller.id, keyPrint, study: null, scopes, expiresAtMs: nowMs + SIGNED_IN_MS };
}

async function passOfLink(c: Context<AppEnv>, link: string, nowMs: number): Promise<Pass> {
	const pass = await readPass(link, { use: "link", nowMs, bindings: c.env });
	if (!pass?.study || !(await callerOfPass(c, pass))) throw new ProblemError(DEAD_LINK);
	return { ...pass, expiresAtMs: Math.min(pass.expiresAtMs, nowMs + SIGNED_IN_MS) };
}

const view = (c: Context<AppEnv>, pass: Pass, granted: readonly string[], cookie: string) => ({
	keyId: pass.keyId,
	scopes: SCOPES.filter((scope) => granted.includes(scope)),
	study: pass.study?.slug ?? null,
	expiresAt: timestamp(pass.expiresAtMs),
	actToken: actTokenOf(cookie, c.env),
});

const UNKNOWN_KEY: Problem = {
	code: "unauthenticated",
	detail: "There is no such API key, or it was revoked. Check that all of it was copied.",
};

const DEAD_LINK: Problem = {
	code: "unauthenticated",
	detail: "This dashboard link has expired or was withdrawn. Ask for a new one.",
};

const SIGNED_OUT: Problem = { code: "unauthenticated", detail: "Sign in with an API key or a dashboard link." };

const WITHOUT_SECRET: Problem = {
	code: "bad_environment",
	detail: "Bind IDENTITY_KEY to the Worker. Without it, nobody can sign in on the dashboard.",
};
