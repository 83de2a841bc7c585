import { z } from "@hono/zod-openapi";
import { POOLS } from "../randomisation/draw/pool.ts";
import { STATUSES } from "../session/view/view-schema.ts";

/** Which sessions an export has. */
export const only = z.object({
	pool: z.enum(POOLS).optional().describe("The pool of the sessions. Default: all pools."),
	status: z.enum(STATUSES).optional().describe("The status of the sessions. Default: all."),
});
