import type { Env } from "../env.ts";
import type { App } from "../http/contract.ts";
import { protocolJsonSchema } from "../protocol/schema/json-schema.ts";
import type { ProblemCode } from "../shared/problem.ts";
import { describeApi } from "./openapi.ts";
import { PROBLEM_DOCS } from "./problem-docs.ts";

/** What `/docs` shows of the OpenAPI document. */
export type ApiDocument = {
	readonly info: { readonly title: string; readonly description?: string };
	readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

type Operation = {
	readonly summary?: string;
	readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
};

let document: ApiDocument | undefined;

/**
 * The OpenAPI document, made from the routes. The deployed Worker reads it from a file, see
 * `scripts/worker-bundle/built-reference.ts`: no route there has its documentation.
 */
export async function apiDocument(app: App, _env: Env): Promise<ApiDocument> {
	document ??= describeApi(app) as object as ApiDocument;
	return document;
}

/** The JSON Schema of a protocol. */
export const protocolDocument = async (_env: Env): Promise<Readonly<Record<string, unknown>>> => protocolJsonSchema();

/** What a problem means, and what to do about it. */
export const problemDoc = async (code: ProblemCode, _env: Env): Promise<string> => PROBLEM_DOCS[code];
