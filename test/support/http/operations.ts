import type { z } from "zod";
import { createApp } from "../../../src/app/app.ts";

export type Operation = {
	readonly method: string;
	/** With every parameter filled with something that does not exist. */
	readonly path: string;
	readonly template: string;
	readonly scope: string | null;
	/** One JSON value: what is streamed in lines is not a body of this kind. */
	readonly takesBody: boolean;
	/** Of any kind. */
	readonly takesAnyBody: boolean;
	/** By status, the zod schema of a JSON answer. Undefined where the answer has another media type. */
	readonly answers: Readonly<Record<string, z.ZodType | undefined>>;
	/** The names of its query parameters, null where it takes any. */
	readonly parameters: readonly string[] | null;
};

type Described = { readonly content?: Record<string, { readonly schema?: unknown }> };

/** Every documented route, listed from the router: a new one is tested without being named here. */
export const operations: readonly Operation[] = createApp()
	.openAPIRegistry.definitions.flatMap((definition) => (definition.type === "route" ? [definition.route] : []))
	.map((route) => ({
		method: route.method.toUpperCase(),
		template: route.path,
		path: route.path.replaceAll(/\{(\w+)\}/g, "missing"),
		scope: route.security?.flatMap((scheme) => scheme.apiKey ?? [])[0] ?? null,
		takesBody: route.request?.body?.content["application/json"] !== undefined,
		takesAnyBody: route.request?.body !== undefined,
		answers: Object.fromEntries(
			Object.entries(route.responses).map(([status, response]) => [status, jsonSchemaOf(response as Described)]),
		),
		parameters: namesOf(route.request?.query),
	}));

function jsonSchemaOf(response: Described): z.ZodType | undefined {
	return response.content?.["application/json"]?.schema as z.ZodType | undefined;
}

function namesOf(query: unknown): string[] | null {
	if (query === undefined) return [];
	const { shape, def } = query as z.ZodObject;
	return def.catchall?._zod.def.type === "unknown" ? null : Object.keys(shape);
}

const parametersIn = (template: string): number => template.split("{").length;
const literalFirst = [...operations].sort((one, other) => parametersIn(one.template) - parametersIn(other.template));
const patternOf = (template: string): RegExp => new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
const patterns = new Map(operations.map(({ template }) => [template, patternOf(template)]));

/** The operation that answers this request, as the router finds it: HEAD is GET. */
export function operationAt(method: string, path: string): Operation | undefined {
	const served = method === "HEAD" ? "GET" : method;
	return literalFirst.find((known) => known.method === served && patterns.get(known.template)?.test(path));
}

/** Fails where a route answers with a status that its documentation does not have. */
export function expectDeclared(method: string, path: string, status: number): void {
	const operation = operationAt(method, new URL(path, "https://crossover.test").pathname);
	if (operation && !(String(status) in operation.answers))
		throw new Error(`${operation.method} ${operation.template} answers ${status}, which it does not declare`);
}
