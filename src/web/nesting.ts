import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../env.ts";
import { ProblemError } from "../shared/problem.ts";

/** A protocol nests about ten levels. Parsers of schemas call themselves a level at a time, and would run out of stack. */
const MAX_DEPTH = 64;

/** Refuses JSON that nests so deep that no schema of ours means it. 64 KiB of brackets would otherwise be a 500. */
export const shallowBody = createMiddleware<AppEnv>(async function shallowBody(c, next) {
	const isJson = /json/i.test(c.req.header("Content-Type") ?? "");
	if (isJson && !STREAMED.test(c.req.path) && depthOf(await c.req.text()) > MAX_DEPTH) {
		throw new ProblemError({ code: "invalid_request", detail: `Nest at most ${MAX_DEPTH} levels.` });
	}
	await next();
});

/** Read a line at a time, each looked at on its own. */
const STREAMED = /\/(profiles|adapters)$/;

/** The deepest nesting of brackets outside strings. Exact for JSON; of other text it says nothing. */
export function depthOf(text: string): number {
	const marks = text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, "").matchAll(/[[{}\]]/g);
	let depth = 0;
	let deepest = 0;
	for (const [mark] of marks) {
		depth += mark === "[" || mark === "{" ? 1 : -1;
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}
