import type { Context, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { afterResponse } from "../http/after-response.ts";
import { sentKey } from "../http/api-key.ts";
import { idempotent, idempotentUpload } from "../http/idempotency/idempotency.ts";
import { type Problem, ProblemError } from "../shared/problem.ts";
import { type Caller, findCaller, type Scope } from "./keys/api-keys.ts";
import { isWithinLimits, recordUse } from "./keys/key-limits.ts";
import { callerByCookie } from "./sign-in/signed-in.ts";

/** Requires an API key with this scope. It runs before the body is parsed, so that other callers learn nothing about schemas. */
export const requireScope = (scope: Scope, beyondStudies = false) =>
	createMiddleware<AppEnv>(async function requireScope(c, next) {
		c.set("apiKey", await callerWith(scope, c, beyondStudies));
		await next();
	});

/**
 * The caller, who has this scope: by an API key, or by the cookie of a browser that is signed in on the dashboard. A key that is bound to studies is refused everywhere else. `beyondStudies`: the operation
 * itself shows such a key only its own studies.
 */
export async function callerWith(scope: Scope, c: Context<AppEnv>, beyondStudies = false): Promise<Caller> {
	const sent = sentKey(c.req.raw.headers);
	if (sent.kind === "different") throw new ProblemError(TWO_KEYS);
	const db = database(c.env.DB);
	const nowMs = Date.now();
	const caller =
		sent.kind === "key" ? await findCaller(db, sent.key, { bindings: c.env, nowMs }) : await callerByCookie(c);
	if (!caller) throw new ProblemError(WITHOUT_KEY);
	if (!caller.scopes.includes(scope))
		throw new ProblemError({ code: "forbidden", detail: `This operation needs an API key with the scope ${scope}.` });
	const named = { study: c.req.param("study"), session: c.req.param("session") };
	if (!beyondStudies && !(await isWithinLimits(db, caller, named))) throw new ProblemError(OTHER_STUDY);
	if (caller.id !== "bootstrap") afterResponse(c, () => recordUse(db, caller.id, nowMs));
	return caller;
}

const OTHER_STUDY: Problem = {
	code: "forbidden",
	detail: "This API key may be used for certain studies alone, and this operation is not about one of them.",
};

const WITHOUT_KEY: Problem = {
	code: "unauthenticated",
	detail: "Send an API key as `Authorization: Bearer xo_…` or as `X-API-Key: xo_…`.",
};

const TWO_KEYS: Problem = {
	code: "unauthenticated",
	detail: "`Authorization` and `X-API-Key` have different keys. Send one of the two headers.",
};

/**
 * Every researcher's route spreads this into its `createRoute`. It checks the scope, documents it, and handles the
 * Idempotency-Key of a POST.
 */
export function researcher(
	scope: Scope,
	{ streamed = false, beyondStudies = false }: { readonly streamed?: boolean; readonly beyondStudies?: boolean } = {},
) {
	const idempotency = streamed ? idempotentUpload : idempotent;
	const middleware: [MiddlewareHandler<AppEnv>, MiddlewareHandler<AppEnv>] = [
		requireScope(scope, beyondStudies),
		idempotency,
	];
	return { security: [{ apiKey: [scope] }, { apiKeyHeader: [scope] }], middleware };
}

/** The id of the API key of this request. */
export function actorOf(c: { get(key: "apiKey"): AppEnv["Variables"]["apiKey"] }): string {
	const caller = c.get("apiKey");
	if (!caller) throw new Error("this researcher's route lacks requireScope");
	return caller.id;
}
