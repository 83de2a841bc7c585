import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { recordDifferences } from "../allocator/record-differences.ts";
import type { StudyRecord } from "../study-queries.ts";

/**
 * Whether an open study can admit participants, by its allocator: it was opened with this protocol, and its seed is still
 * secret. D1 alone could be wrong about both.
 */
export async function admitsParticipants(env: Env, { id, protocolHash }: StudyRecord): Promise<boolean> {
	const standing = await allocatorOf(env.ALLOCATORS, id).standing();
	if (!standing || standing.revealedAt !== null) return false;
	if (standing.protocolHash === protocolHash) return true;
	const difference = { field: "protocolHash", database: protocolHash, allocator: standing.protocolHash } as const;
	await recordDifferences(database(env.DB), id, [difference], Date.now());
	return false;
}
