import { OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { AppEnv } from "../env.ts";
import { type Parsed, refuseInvalid } from "../http/body/validation.ts";
import { type RefusalStatus, refusals } from "../http/contract.ts";

type Hook = (parsed: Parsed, c: Context<AppEnv>) => unknown;
type Register = (route: RouteConfig, handler: unknown, hook?: Hook) => unknown;

/**
 * The root app. It completes every route of the API as it is registered, so that no feature can forget it: a query takes
 * the parameters that the route names and no others, and the document declares each refusal that the middleware may make.
 */
export function contractApp(): OpenAPIHono<AppEnv> {
	const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
	const register = app.openapi as unknown as Register;
	const complete: Register = (route, handler, hook) => register(completed(route), handler, hook && falling(hook));
	return Object.assign(app, { openapi: complete as unknown as typeof app.openapi });
}

/** What a route's own hook leaves alone is refused as everywhere. */
const falling =
	(hook: Hook): Hook =>
	(parsed, c) =>
		hook(parsed, c) ?? refuseInvalid(parsed);

/** The paths that belong to the contract. Pages and documents take any query. */
const API = /^\/v1\//;

function completed(route: RouteConfig): RouteConfig {
	const responses = { ...refusals(...refusalsByMiddleware(route)), ...route.responses };
	if (!API.test(route.path)) return { ...route, responses };
	return { ...route, responses, request: { ...route.request, query: strictQuery(route.request?.query) } };
}

/** A landing link takes what recruiters add: its schema is loose, and stays so. */
function strictQuery(query: unknown): z.ZodObject {
	if (query instanceof z.ZodObject && query._zod.def.catchall) return query;
	const shape = query instanceof z.ZodObject ? query.shape : {};
	const names = Object.keys(shape);
	const known = names.length === 0 ? "This call takes no parameters" : `This call takes ${names.join(", ")}`;
	return z.strictObject(shape, {
		error: ({ code }) => (code === "unrecognized_keys" ? `There is no such parameter. ${known}.` : undefined),
	});
}

/** The refusals that come before or around a route's handler. What the handler itself refuses stands in the route. */
function refusalsByMiddleware({ path, method, security, request }: RouteConfig): RefusalStatus[] {
	const byApiKey = security?.some((scheme) => "apiKey" in scheme) ?? false;
	const sends = method !== "get" && method !== "head";
	return [
		429,
		500,
		...(API.test(path) || request?.query ? ([400] as const) : []),
		...(byApiKey ? ([401, 403] as const) : []),
		...(path.includes("{") ? ([404] as const) : []),
		...(sends ? ([413] as const) : []),
		...(request?.body ? ([415] as const) : []),
		...(byApiKey && method === "post" ? ([409, 422] as const) : []),
	];
}
