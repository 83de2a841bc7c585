import type { Context } from "hono";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { allocatorOf, type Pool } from "../randomisation/allocator/allocator-client.ts";
import { requireOpened } from "../studies/require-study.ts";
import type { Source } from "./table.ts";

/** The sources of a study's exports. Refuses a draft, because it has no data. */
export async function sourceOf(
	c: Context<AppEnv>,
	only: { readonly pool?: Pool | undefined; readonly status?: Source["status"] } = {},
): Promise<Source> {
	const study = await requireOpened(c);
	return {
		db: database(c.env.DB),
		study,
		allocator: allocatorOf(c.env.ALLOCATORS, study.id),
		...(only.pool && { pool: only.pool }),
		...(only.status && { status: only.status }),
	};
}
