import { eq } from "drizzle-orm";
import { unsealPoolKey } from "../blinding/labels/arm-key.ts";
import type { Cipher } from "../crypto/cipher.ts";
import type { Database } from "../db/database.ts";
import { armKeys, studies } from "../db/tables/studies.ts";
import type { Allocator } from "../randomisation/allocator/allocator-client.ts";
import { type UnsealedRows, unsealRows } from "./unseal-rows.ts";

/**
 * Unseals a study whose unblinding is recorded: publishes the seed and the arm key at once, and unseals as many rows as fit in one
 * request. Every part may be repeated; a call continues where the one before stopped.
 */
export async function unsealStudy(
	db: Database,
	studyId: string,
	allocator: Allocator,
	cipher?: Cipher,
): Promise<UnsealedRows> {
	const revealed = await allocator.reveal();
	const { seed, privateJwk, revealedAt: at } = revealed;
	const keys = unsealPoolKey(revealed, cipher).map((key) => ({ studyId, ...key, revealedAt: at }));
	// After this transaction sessions write their calls open, so the rows below are all that is sealed.
	await db.batch([
		db.update(studies).set({ revealedSeed: seed, unblindedAt: at }).where(eq(studies.id, studyId)),
		// Rows from anybody else are removed. The allocator's key is the valid one.
		db.delete(armKeys).where(eq(armKeys.studyId, studyId)),
		...keys.map((key) => db.insert(armKeys).values(key)),
	]);
	return unsealRows(db, studyId, privateJwk);
}
