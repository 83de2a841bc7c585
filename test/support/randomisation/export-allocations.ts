import { env } from "cloudflare:test";
import { unsealPoolKey } from "../../../src/blinding/labels/arm-key.ts";
import { sealCipherOf } from "../../../src/crypto/cipher.ts";
import type { Allocator } from "../../../src/randomisation/allocator/allocator-client.ts";
import type { LogLine } from "../../../src/randomisation/allocator/log-chain.ts";
import type { AllocationExport } from "../../../src/randomisation/verify/allocation-export.ts";

/**
 * The input of `npm run verify-allocations`, from the allocator of a study. Use it only after unblinding: it reveals the seed,
 * which ends randomisation. `arms` are the protocol's ids, in the protocol's order.
 */
export async function exportAllocations(allocator: Allocator, arms: readonly string[]): Promise<AllocationExport> {
	const { commitment, seed, labels, poolLabels, sealedArms } = await allocator.reveal();
	const log: LogLine[] = [];
	for (let from: number | null = 0; from !== null; ) {
		const page = await allocator.exportLog(from);
		log.push(...page.lines);
		from = page.next;
	}
	const keys = unsealPoolKey({ sealedArms, labels, poolLabels }, sealCipherOf(env));
	const named = arms.flatMap((id) =>
		keys.filter(({ arm }) => arm === id).map(({ pool, ...key }) => ({ ...key, ...(pool && { pool }) })),
	);
	return { format: "crossover-allocations/1", commitment, seed, log, arms: named };
}
