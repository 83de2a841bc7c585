import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { allocatorOf, type Pool } from "../randomisation/allocator/allocator-client.ts";
import { POOLS } from "../randomisation/draw/pool.ts";
import { STATUSES } from "../session/view/view-schema.ts";
import { requireOpened } from "../studies/require-study.ts";
import type { Source } from "./table.ts";

/** Which sessions an export has. */
export const only = z.object({
	pool: z.enum(POOLS).optional().describe("The pool of the sessions. Default: all pools."),
	status: z.enum(STATUSES).optional().describe("The status of the sessions. Default: all."),
});

/** The sources of a study's exports. Refuses a draft, because it has no data. */
export async function sourceOf(
	c: Context<AppEnv>,
	limits: { readonly pool?: Pool | undefined; readonly status?: Source["status"] } = {},
): Promise<Source> {
	const study = await requireOpened(c);
	return {
		db: database(c.env.DB),
		study,
		allocator: allocatorOf(c.env.ALLOCATORS, study.id),
		...(limits.pool && { pool: limits.pool }),
		...(limits.status && { status: limits.status }),
	};
}
