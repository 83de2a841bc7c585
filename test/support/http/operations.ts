import type { z } from "zod";
import { createApp } from "../../../src/app/app.ts";

export type Operation = {
	readonly method: string;
	/** The path with parameters that do not exist. */
	readonly path: string;
	readonly template: string;
	readonly scope: string | null;
	/** Whether the body is one JSON value. Bodies of streamed lines are not. */
	readonly takesBody: boolean;
	/** Whether the same body can be a form. */
	readonly takesForm: boolean;
	/** Whether there is a body of any kind. */
	readonly takesAnyBody: boolean;
	/** The zod schemas of JSON responses by status. Undefined for another media type. */
	readonly answers: Readonly<Record<string, z.ZodType | undefined>>;
	/** The names of its query parameters. Null if it accepts any. */
	readonly parameters: readonly string[] | null;
	/** The parameters that it cannot do without, as a query, or nothing. */
	readonly requiredQuery: string;
};

type Described = { readonly content?: Record<string, { readonly schema?: unknown }> };

/** All documented routes, listed from the router, so that new routes are tested automatically. */
export const operations: readonly Operation[] = createApp()
	.openAPIRegistry.definitions.flatMap((definition) => (definition.type === "route" ? [definition.route] : []))
	.map((route) => ({
		method: route.method.toUpperCase(),
		template: route.path,
		path: route.path.replaceAll(/\{(\w+)\}/g, "missing"),
		scope: scopeOf(route.security),
		takesBody: route.request?.body?.content["application/json"] !== undefined,
		takesForm: route.request?.body?.content["application/x-www-form-urlencoded"] !== undefined,
		takesAnyBody: route.request?.body !== undefined,
		answers: Object.fromEntries(
			Object.entries(route.responses).map(([status, response]) => [status, jsonSchemaOf(response as Described)]),
		),
		parameters: namesOf(route.request?.query),
		requiredQuery: requiredQueryOf(route.request?.query),
	}));

/** Null for a route that a session's token opens too. */
function scopeOf(security: readonly Record<string, readonly string[]>[] = []): string | null {
	if (security.some((scheme) => "sessionToken" in scheme)) return null;
	return security.flatMap((scheme) => scheme.apiKey ?? [])[0] ?? null;
}

function jsonSchemaOf(response: Described): z.ZodType | undefined {
	return response.content?.["application/json"]?.schema as z.ZodType | undefined;
}

function namesOf(query: unknown): string[] | null {
	if (query === undefined) return [];
	const { shape, def } = query as z.ZodObject;
	return def.catchall?._zod.def.type === "unknown" ? null : Object.keys(shape);
}

function requiredQueryOf(query: unknown): string {
	const { shape } = (query ?? { shape: {} }) as z.ZodObject;
	const required = Object.entries(shape).filter(([, schema]) => !(schema as z.ZodType).safeParse(undefined).success);
	const given = new URLSearchParams(required.map(([name, schema]) => [name, firstValue(schema)]));
	return required.length === 0 ? "" : `?${given}`;
}

/** The first of a closed list, or a number. */
function firstValue(schema: object): string {
	return "options" in schema && Array.isArray(schema.options) ? String(schema.options[0]) : "1";
}

const parametersIn = (template: string): number => template.split("{").length;
const literalFirst = [...operations].sort((one, other) => parametersIn(one.template) - parametersIn(other.template));
const patternOf = (template: string): RegExp => new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
const patterns = new Map(operations.map(({ template }) => [template, patternOf(template)]));

/** The operation of this request, as the router finds it. HEAD counts as GET. */
export function operationAt(method: string, path: string): Operation | undefined {
	const served = method === "HEAD" ? "GET" : method;
	return literalFirst.find((known) => known.method === served && patterns.get(known.template)?.test(path));
}

/** Fails if a route responds with an undeclared status. */
export function expectDeclared(method: string, path: string, status: number): void {
	const operation = operationAt(method, new URL(path, "https://crossover.test").pathname);
	if (operation && !(String(status) in operation.answers))
		throw new Error(`${operation.method} ${operation.template} answers ${status}, which it does not declare`);
}
