import { OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { AppEnv } from "../env.ts";
import { type Parsed, refuseInvalid } from "../http/body/validation.ts";
import { type App, type RefusalStatus, refusals } from "../http/contract.ts";

type Hook = (parsed: Parsed, c: Context<AppEnv>) => unknown;
type Register = (route: RouteConfig, handler: unknown, hook?: Hook) => unknown;

/**
 * The root app. It completes each route at registration, so that no feature can forget this: a query with an unknown
 * parameter is refused.
 */
export function contractApp(): OpenAPIHono<AppEnv> {
	const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
	const register = app.openapi as unknown as Register;
	const complete: Register = (route, handler, hook) => register(completed(route), handler, hook && withFallback(hook));
	return Object.assign(app, { openapi: complete as unknown as typeof app.openapi });
}

/** Invalid input that a route's own hook does not handle is refused in the usual way. */
const withFallback =
	(hook: Hook): Hook =>
	(parsed, c) =>
		hook(parsed, c) ?? refuseInvalid(parsed);

/** Paths of the API. Pages and documents accept any query. */
const API = /^\/v1\//;

function completed(route: RouteConfig): RouteConfig {
	if (!API.test(route.path)) return route;
	return { ...route, request: { ...route.request, query: strictQuery(route.request?.query) } };
}

/** Refuses unknown parameters. A loose schema stays loose: recruiters add parameters of their own to landing links. */
function strictQuery(query: unknown): z.ZodObject {
	if (query instanceof z.ZodObject && query._zod.def.catchall) return query;
	const shape = query instanceof z.ZodObject ? query.shape : {};
	const names = Object.keys(shape);
	const known = names.length === 0 ? "This operation has no parameters" : `The parameters are ${names.join(", ")}`;
	return z.strictObject(shape, {
		error: ({ code }) => (code === "unrecognized_keys" ? `Unknown parameter. ${known}.` : undefined),
	});
}

/** Refusals by middleware. A route declares the refusals of its own handler. */
function refusalsByMiddleware({ path, method, security, request }: RouteConfig): RefusalStatus[] {
	const byApiKey = security?.some((scheme) => "apiKey" in scheme) ?? false;
	const mayHaveBody = method !== "get" && method !== "head";
	return [
		429,
		500,
		503,
		...(API.test(path) || request?.query ? ([400] as const) : []),
		...(byApiKey ? ([401, 403] as const) : []),
		...(path.includes("{") ? ([404] as const) : []),
		...(mayHaveBody ? ([413] as const) : []),
		...(request?.body ? ([415] as const) : []),
		...(byApiKey && method === "post" ? ([409, 422] as const) : []),
	];
}

/** The OpenAPI document declares the refusals that middleware may give, of each route that is registered after this. */
export function describeRefusals({ openAPIRegistry }: App): void {
	const register = openAPIRegistry.registerPath.bind(openAPIRegistry);
	openAPIRegistry.registerPath = (route) =>
		register({ ...route, responses: { ...refusals(...refusalsByMiddleware(route)), ...route.responses } });
}
