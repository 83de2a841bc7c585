import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { idempotent, idempotentUpload } from "../http/idempotency/idempotency.ts";
import { ProblemError } from "../shared/problem.ts";
import { findCaller, type Scope } from "./keys/api-keys.ts";

const BEARER = /^Bearer +(\S+)$/i;

/** Requires an API key with this scope. It runs before the body is parsed, so that other callers learn nothing about schemas. */
export const requireScope = (scope: Scope) =>
	createMiddleware<AppEnv>(async function requireScope(c, next) {
		const secret = BEARER.exec(c.req.header("Authorization") ?? "")?.[1];
		const caller = secret ? await findCaller(database(c.env.DB), secret, c.env) : null;
		if (!caller)
			throw new ProblemError({ code: "unauthenticated", detail: "Send an API key as `Authorization: Bearer xo_…`." });
		if (!caller.scopes.includes(scope))
			throw new ProblemError({ code: "forbidden", detail: `This operation needs an API key with the scope ${scope}.` });
		c.set("apiKey", caller);
		await next();
	});

/**
 * Every researcher's route spreads this into its `createRoute`. It checks the scope, documents it, and handles the
 * Idempotency-Key of a POST.
 */
export function researcher(scope: Scope, { streamed = false }: { readonly streamed?: boolean } = {}) {
	const idempotency = streamed ? idempotentUpload : idempotent;
	const middleware: [MiddlewareHandler<AppEnv>, MiddlewareHandler<AppEnv>] = [requireScope(scope), idempotency];
	return { security: [{ apiKey: [scope] }], middleware };
}

/** The id of the API key of this request. */
export function actorOf(c: { get(key: "apiKey"): AppEnv["Variables"]["apiKey"] }): string {
	const caller = c.get("apiKey");
	if (!caller) throw new Error("this researcher's route lacks requireScope");
	return caller.id;
}
