import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../../env.ts";
import { brokenTexts } from "../../protocol/validate/texts/texts.ts";
import { readJsonSource } from "../../shared/json-source.ts";
import { type Fault, type Problem, ProblemError } from "../../shared/problem.ts";
import { sendsBody } from "./body-limit.ts";
import { depthOf } from "./nesting.ts";

/** A protocol nests about ten levels. Parsers of schemas call themselves a level at a time, and would run out of stack. */
const MAX_DEPTH = 64;

/** Read a line at a time, each looked at on its own. */
const STREAMED = /\/(profiles|adapters)$/;

/** Half a surrogate pair, as JSON can spell it: rare enough that only such a body is looked at for it. */
const SPELT_SURROGATE = /\\u[dD][89a-fA-F]/;

/**
 * Refuses what no schema of ours means, before any of them reads it: bytes that are no UTF-8, nesting that a parser would
 * run out of stack on, what a parser would lose without a word, and text that has no UTF-8, of which neither a hash nor a
 * pseudonym could be made.
 */
export const readableBody = createMiddleware<AppEnv>(async function readableBody(c, next) {
	const isJson = /json/i.test(c.req.header("Content-Type") ?? "");
	if (isJson && sendsBody(c.req.method) && !STREAMED.test(c.req.path)) refuseUnreadable(await c.req.arrayBuffer());
	await next();
});

function refuseUnreadable(bytes: ArrayBuffer): void {
	const text = decoded(bytes);
	if (depthOf(text) > MAX_DEPTH) throw invalid([{ pointer: "", detail: `Nest at most ${MAX_DEPTH} levels.` }]);
	if (text.trim() === "") return;
	const value = parsed(text);
	const faults = [...readJsonSource(text).faults, ...(SPELT_SURROGATE.test(text) ? brokenTexts(value) : [])];
	if (faults.length > 0) throw invalid(faults);
}

const invalid = (errors: readonly Fault[]) =>
	new ProblemError({ code: "invalid_request", detail: "Correct the fields that `errors` points at.", errors });

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
