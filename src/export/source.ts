import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { allocatorOf } from "../randomisation/allocator/allocator-client.ts";
import { POOLS } from "../randomisation/draw/pool.ts";
import { STATUSES } from "../session/view/view-schema.ts";
import type { PoolChoice } from "../studies/pool-query.ts";
import { requireOpened } from "../studies/require-study.ts";
import type { Source } from "./table.ts";

/** Which sessions an export has. */
export const only = z.object({
	pool: z
		.enum([...POOLS, "all"])
		.optional()
		.describe("Whose sessions. Default: `all`, with the column `pool`, because an export leaves nothing out."),
	status: z.enum(STATUSES).optional().describe("The status of the sessions. Default: all."),
});

/** The sources of a study's exports. Refuses a draft, because it has no data. */
export async function sourceOf(
	c: Context<AppEnv>,
	limits: { readonly pool?: PoolChoice | undefined; readonly status?: Source["status"] } = {},
): Promise<Source> {
	const study = await requireOpened(c);
	return {
		env: c.env,
		db: database(c.env.DB),
		study,
		allocator: allocatorOf(c.env.ALLOCATORS, study.id),
		...(limits.pool && limits.pool !== "all" && { pool: limits.pool }),
		...(limits.status && { status: limits.status }),
	};
}
