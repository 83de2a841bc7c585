import { env } from "cloudflare:test";
import { sealCipherOf } from "../../src/access/cipher.ts";
import { openPoolKey } from "../../src/blinding/arm-key.ts";
import type { AllocationExport } from "../../src/randomisation/allocation-export.ts";
import type { LogLine } from "../../src/randomisation/chain.ts";
import type { Allocator } from "../../src/randomisation/client.ts";

/**
 * What `npm run verify-allocations` takes, from the allocator of a study. Unblinding's only: it takes the seed out, and with
 * that ends randomisation. `arms` are the protocol's ids, in the protocol's order.
 */
export async function exportAllocations(allocator: Allocator, arms: readonly string[]): Promise<AllocationExport> {
	const { commitment, seed, labels, poolLabels, sealedArms } = await allocator.reveal();
	const log: LogLine[] = [];
	for (let from: number | null = 0; from !== null; ) {
		const page = await allocator.exportLog(from);
		log.push(...page.lines);
		from = page.next;
	}
	const keys = openPoolKey({ sealedArms, labels, poolLabels }, sealCipherOf(env));
	const named = arms.flatMap((id) =>
		keys.filter(({ arm }) => arm === id).map(({ pool, ...key }) => ({ ...key, ...(pool && { pool }) })),
	);
	return { format: "crossover-allocations/1", commitment, seed, log, arms: named };
}
