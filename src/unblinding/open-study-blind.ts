import { eq } from "drizzle-orm";
import { openPoolKey } from "../blinding/labels/arm-key.ts";
import type { Cipher } from "../crypto/cipher.ts";
import type { Database } from "../db/database.ts";
import { armKeys, studies } from "../db/tables/studies.ts";
import type { Allocator } from "../randomisation/allocator/allocator-client.ts";
import { type OpenedRows, openSealed } from "./open-sealed.ts";

/**
 * Opens a study whose unblinding is on record: the seed and the key of its arms at once, sealed rows as many as fit in one
 * request. Every part may be repeated; a call goes on where the one before ended, or died.
 */
export async function openStudyBlind(
	db: Database,
	studyId: string,
	allocator: Allocator,
	cipher?: Cipher,
): Promise<OpenedRows> {
	const revealed = await allocator.reveal();
	const { seed, privateJwk, revealedAt: at } = revealed;
	const keys = openPoolKey(revealed, cipher).map((key) => ({ studyId, ...key, revealedAt: at }));
	// From this transaction on sessions write their calls open, so that what is swept below is all that is sealed.
	await db.batch([
		db.update(studies).set({ revealedSeed: seed, unblindedAt: at }).where(eq(studies.id, studyId)),
		// Whatever somebody put there before: the key is the allocator's.
		db.delete(armKeys).where(eq(armKeys.studyId, studyId)),
		...keys.map((key) => db.insert(armKeys).values(key)),
	]);
	return openSealed(db, studyId, privateJwk);
}
