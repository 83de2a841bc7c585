import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../../env.ts";
import { brokenTexts } from "../../protocol/validate/texts/texts.ts";
import { readJsonSource } from "../../shared/json-source.ts";
import { invalidRequest, type Problem, ProblemError } from "../../shared/problem.ts";
import { isUpload, sendsBody } from "./body-limit.ts";
import { depthOf } from "./nesting.ts";

/** A protocol has about ten levels. Schema parsers recurse once for each level, so deep nesting would overflow the stack. */
const MAX_DEPTH = 64;

/** An escaped surrogate. These are rare, so only bodies that have one are searched for unpaired surrogates. */
const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;

/**
 * Refuses bodies that no schema can handle safely: invalid UTF-8, nesting that overflows the stack, values that `JSON.parse`
 * changes silently, and unpaired surrogates, which cannot be hashed because they have no UTF-8 form.
 */
export const readableBody = createMiddleware<AppEnv>(async function readableBody(c, next) {
	const isJson = /json/i.test(c.req.header("Content-Type") ?? "");
	if (isJson && sendsBody(c.req.method) && !isUpload(c.req.path)) refuseUnreadable(await c.req.arrayBuffer());
	await next();
});

function refuseUnreadable(bytes: ArrayBuffer): void {
	const text = decoded(bytes);
	if (depthOf(text) > MAX_DEPTH)
		throw new ProblemError(invalidRequest([{ pointer: "", detail: `Nest at most ${MAX_DEPTH} levels.` }]));
	if (text.trim() === "") return;
	const value = parsed(text);
	const faults = [...readJsonSource(text).faults, ...(ESCAPED_SURROGATE.test(text) ? brokenTexts(value) : [])];
	if (faults.length > 0) throw new ProblemError(invalidRequest(faults));
}

function decoded(bytes: ArrayBuffer): string {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
	} catch {
		throw new ProblemError(malformedJson());
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ProblemError(malformedJson());
	}
}

export const malformedJson = (): Problem => ({
	code: "malformed_json",
	detail: "Send a body that is one JSON value in UTF-8.",
	errors: [{ pointer: "", detail: "The body is not JSON." }],
});
