import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { idempotent, idempotentUpload } from "../http/idempotency/idempotency.ts";
import { ProblemError } from "../shared/problem.ts";
import { findCaller, type Scope } from "./keys/api-keys.ts";

const BEARER = /^Bearer +(\S+)$/i;

/** Lets a request through whose API key has the scope. Runs before the body is parsed: a stranger learns nothing of schemas. */
export const requireScope = (scope: Scope) =>
	createMiddleware<AppEnv>(async function requireScope(c, next) {
		const secret = BEARER.exec(c.req.header("Authorization") ?? "")?.[1];
		const caller = secret ? await findCaller(database(c.env.DB), secret, c.env) : null;
		if (!caller)
			throw new ProblemError({ code: "unauthenticated", detail: "Send an API key as `Authorization: Bearer xo_…`." });
		if (!caller.scopes.includes(scope))
			throw new ProblemError({ code: "forbidden", detail: `This call needs a key with the scope ${scope}.` });
		c.set("apiKey", caller);
		await next();
	});

/**
 * What every researcher's route spreads into its `createRoute`: the check of its scope, its documentation, and the
 * Idempotency-Key, which concerns POST alone.
 */
export function researcher(scope: Scope, { streamed = false }: { readonly streamed?: boolean } = {}) {
	const once = streamed ? idempotentUpload : idempotent;
	const middleware: [MiddlewareHandler<AppEnv>, MiddlewareHandler<AppEnv>] = [requireScope(scope), once];
	return { security: [{ apiKey: [scope] }], middleware };
}

/** The id of the key that makes this call. */
export function actorOf(c: { get(key: "apiKey"): AppEnv["Variables"]["apiKey"] }): string {
	const caller = c.get("apiKey");
	if (!caller) throw new Error("a researcher's route without requireScope");
	return caller.id;
}
