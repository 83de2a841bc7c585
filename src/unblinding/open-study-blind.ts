import { eq } from "drizzle-orm";
import { openPoolKey } from "../blinding/labels/arm-key.ts";
import type { Cipher } from "../crypto/cipher.ts";
import type { Database } from "../db/database.ts";
import { armKeys, studies } from "../db/tables/studies.ts";
import type { Allocator } from "../randomisation/allocator/allocator-client.ts";
import { type OpenedRows, openSealed } from "./open-sealed.ts";

/**
 * Opens a study whose unblinding is recorded: the seed and the arm key at once, and as many sealed rows as fit in one
 * request. Every part may be repeated; a call continues where the one before stopped.
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
	// After this transaction sessions write their calls open, so the rows below are all that is sealed.
	await db.batch([
		db.update(studies).set({ revealedSeed: seed, unblindedAt: at }).where(eq(studies.id, studyId)),
		// Rows from anybody else are removed. The allocator's key is the valid one.
		db.delete(armKeys).where(eq(armKeys.studyId, studyId)),
		...keys.map((key) => db.insert(armKeys).values(key)),
	]);
	return openSealed(db, studyId, privateJwk);
}
