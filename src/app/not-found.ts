import type { Context } from "hono";
import type { AppEnv } from "../env.ts";
import { writeProblem } from "./write-problem.ts";

type Route = { readonly method: string; readonly path: string };

/** The methods of the routes that match this path. Middleware is registered under `ALL` and is not counted. */
function methodsAt(routes: readonly Route[], path: string): string[] {
	const matching = routes.filter((route) => route.method !== "ALL" && patternOf(route.path).test(path));
	const methods = new Set(matching.map(({ method }) => method));
	if (methods.has("GET")) methods.add("HEAD");
	return [...methods].sort();
}

const patternOf = (path: string): RegExp =>
	new RegExp(
		`^${path.replaceAll(/:[^/]+?(?:\{(.+?)\})?(?=\/|$)/g, (_, own) => own ?? "[^/]+").replaceAll("*", ".*")}$`,
	);

/** 405 with `Allow` if another method serves this path, otherwise 404. */
export const notFound =
	(routes: readonly Route[]) =>
	(c: Context<AppEnv>): Response | Promise<Response> => {
		const allowed = methodsAt(routes, c.req.path);
		if (allowed.length === 0) return writeProblem(c, { code: "not_found", detail: "Check the address." });
		const allow = allowed.join(", ");
		return writeProblem(c, { code: "method_not_allowed", detail: `Use ${allow}.` }, { Allow: allow });
	};
