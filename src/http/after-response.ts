import type { Context } from "hono";
import { routePath } from "hono/route";
import { kindOf, log } from "../shared/log.ts";

/** Runs work that the response does not wait for. A failure is logged, because no response can report it any more. */
export function afterResponse(c: Context, work: () => Promise<unknown>): void {
	const path = routePath(c);
	c.executionCtx.waitUntil(work().catch((error) => log("work_after_response_failed", { path, error: kindOf(error) })));
}
