import type { Context, MiddlewareHandler } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import type { AppEnv } from "../env.ts";
import type { App } from "../http/contract.ts";
import { writeProblem } from "./write-problem.ts";

export const notFound = (c: Context<AppEnv>): Response | Promise<Response> =>
	writeProblem(c, { code: "not_found", detail: "Check the address." });

/** 405 with `Allow` instead of 404 where the path is served under another method. */
export const otherMethods = (app: App): MiddlewareHandler<AppEnv> =>
	methodNotAllowed({
		app,
		onMethodNotAllowed: (c, methods) => {
			const allow = [...methods].sort().join(", ");
			return writeProblem(c, { code: "method_not_allowed", detail: `Use ${allow}.` }, { Allow: allow });
		},
	});
