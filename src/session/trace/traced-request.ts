import type { Context } from "hono";
import { randomBytes } from "../../crypto/random-bytes.ts";
import type { AppEnv } from "../../env.ts";
import { afterResponse } from "../../http/after-response.ts";
import { newTrace, traceparentOf } from "../../shared/tracing/trace-context.ts";
import { isSampled } from "../../shared/tracing/traces-setting.ts";
import type { Session } from "../session-client.ts";
import type { RequestEnd, TracedRequest } from "./turn-spans.ts";

/**
 * The trace of this request's turn, if it has one. A `traceparent` of the request is ignored: whoever sends it could choose
 * which turns are traced, and connect them with ids of their own.
 */
export function traced(c: Context<AppEnv>): { readonly trace?: TracedRequest } {
	if (!isSampled(c.env.TRACES, randomBytes)) return {};
	const traceparent = traceparentOf(newTrace(randomBytes));
	return { trace: { traceparent, receivedAtMs: c.get("receivedAtMs"), calledAtMs: Date.now() } };
}

/** Tells the session's object how its request ended. The response does not wait for it. */
export function tellEnd(
	c: Context<AppEnv>,
	object: Pick<Session, "endTrace">,
	{ traceparent }: TracedRequest,
	end: Pick<RequestEnd, "returnedAtMs" | "status">,
): void {
	afterResponse(c, () => object.endTrace({ traceparent, ...end, answeredAtMs: Date.now() }));
}
