import { eq, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { armKeys, studies } from "../db/tables/studies.ts";
import type { Allocator } from "../randomisation/client.ts";
import { timestamp } from "../shared/clock.ts";
import { openPoolKey } from "./arm-key.ts";
import { type Opened, openSealed } from "./open-sealed.ts";

/**
 * Opens a study whose unblinding is on record: the seed and the key of its arms at once, sealed rows as many as fit in one
 * request. Every part may be repeated; a call goes on where the one before ended, or died.
 */
export async function openStudyBlind(
	db: Database,
	studyId: string,
	{ allocator, nowMs }: { readonly allocator: Allocator; readonly nowMs: number },
): Promise<Opened> {
	const revealed = await allocator.reveal();
	const { seed, privateJwk } = revealed;
	const at = timestamp(nowMs);
	const keys = openPoolKey(revealed).map((key) => ({ studyId, ...key, revealedAt: at }));
	// From this transaction on sessions write their calls open, so that what is swept below is all that is sealed.
	await db.batch([
		db
			.update(studies)
			.set({ revealedSeed: seed, unblindedAt: sql`coalesce(${studies.unblindedAt}, ${at})` })
			.where(eq(studies.id, studyId)),
		...keys.map((key) => db.insert(armKeys).values(key).onConflictDoNothing()),
	]);
	return openSealed(db, studyId, privateJwk);
}
