import type { Context } from "hono";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import { allocatorOf, type Pool } from "../randomisation/allocator/allocator-client.ts";
import { requireOpened } from "../studies/require-study.ts";
import type { Source } from "./table.ts";

/** Where the exports of the study of this request are read from. Refuses a draft: it has no data. */
export async function sourceOf(c: Context<AppEnv>, pool?: Pool): Promise<Source> {
	const found = await requireOpened(c);
	return {
		db: database(c.env.DB),
		study: found,
		allocator: allocatorOf(c.env.ALLOCATORS, found.id),
		...(pool && { pool }),
	};
}
