import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { AppEnv } from "../env.ts";
import { malformedJson } from "../http/body/json-body.ts";
import { PROBLEMS, type Problem, ProblemError } from "../shared/problem.ts";
import { logFailure } from "./log.ts";
import { wantsPage, writeProblemPage } from "./problem-page.ts";
import { isStoreFailure } from "./store-failure.ts";

/** Writes every refusal: a problem document (RFC 9457), or a page if a participant's browser asks for one. */
export function writeProblem(
	c: Context<AppEnv>,
	problem: Problem,
	headers: Record<string, string> = {},
): Response | Promise<Response> {
	const [status, title] = PROBLEMS[problem.code];
	const { code, detail, errors, step, retryAfterSeconds } = problem;
	const allHeaders = {
		...(status === 401 && { "WWW-Authenticate": "Bearer" }),
		...(retryAfterSeconds !== undefined && { "Retry-After": String(retryAfterSeconds) }),
		...headers,
	};
	if (wantsPage(c)) return writeProblemPage(c, problem, allHeaders);
	const body = {
		type: `/problems/${code}`,
		title,
		status,
		detail,
		code,
		requestId: c.get("requestId"),
		...(errors && { errors }),
		...(step !== undefined && { step }),
	};
	return c.body(JSON.stringify(body), status, { "Content-Type": "application/problem+json", ...allHeaders });
}

/** Turns a thrown error into a problem. Nothing is copied from an unknown error, because its message may name a model. */
export function problemOf(error: unknown): Problem {
	if (error instanceof ProblemError) return error.problem;
	if (error instanceof HTTPException) return problemOfHono(error) ?? INTERNAL;
	return isStoreFailure(error) ? STORE_FAILED : INTERNAL;
}

const STORE_FAILED: Problem = {
	code: "unavailable",
	detail: "The database or an object does not answer at the moment. Repeat the request.",
	retryAfterSeconds: 5,
	isOurs: true,
};

const INTERNAL: Problem = {
	code: "internal",
	detail: "Repeat the request. If it fails again, tell the operator the requestId.",
};

/** Hono throws an `HTTPException` for a body that it cannot parse, one that is too large, or an undeclared media type. */
function problemOfHono({ status }: HTTPException): Problem | null {
	if (status === 400) return malformedJson();
	if (status === 413) return { code: "body_too_large", detail: "Send at most 64 KiB." };
	if (status === 415) return { code: "unsupported_media_type", detail: "Send the body as application/json." };
	return null;
}

export function onError(error: Error, c: Context<AppEnv>): Response | Promise<Response> {
	const problem = problemOf(error);
	if (PROBLEMS[problem.code][0] >= 500) logFailure(c.get("requestId"), error);
	return writeProblem(c, problem);
}
