import { z } from "zod";
import type { LogLine } from "../allocator/log-chain.ts";
import { POOLS, type Pool } from "../draw/pool.ts";

/** The data that unblinding publishes, and all that a third party needs. The study's rules are in the log's first entry. */
export type AllocationExport = {
	readonly format: "crossover-allocations/1";
	/** As published when the study opened. */
	readonly commitment: string;
	readonly seed: string;
	readonly log: readonly LogLine[];
	/**
	 * By pool, in the protocol's order. Without a pool in old studies, whose pools shared their labels. Only needed to
	 * check the labels as well.
	 */
	readonly arms?:
		| readonly { readonly arm: string; readonly label: string; readonly pool?: Pool | undefined }[]
		| undefined;
	/** The export's own description of its log, so that a shortened one is noticed. Old exports have none. */
	readonly study?: string | undefined;
	readonly protocolHash?: string | undefined;
	readonly lines?: number | undefined;
	readonly head?: string | undefined;
};

const line = z.object({
	index: z.int(),
	prev: z.string(),
	hash: z.string(),
	entry: z.looseObject({
		kind: z.enum([
			"opened",
			"allocated",
			"confirmed",
			"released",
			"lapsed",
			"renewed",
			"ratio_failed",
			"quota_changed",
			"inputs_changed",
			"unblinded",
			"revealed",
		]),
	}),
});

const schema = z.object({
	format: z.literal("crossover-allocations/1"),
	commitment: z.string(),
	seed: z.string(),
	log: z.array(line),
	arms: z.array(z.object({ arm: z.string(), label: z.string(), pool: z.enum(POOLS).optional() })).optional(),
	study: z.string().optional(),
	protocolHash: z.string().optional(),
	lines: z.int().optional(),
	head: z.string().optional(),
});

/** Null if the input is no export. Verification checks the lines themselves: a missing field makes the redraw differ. */
export function parseAllocationExport(input: unknown): AllocationExport | null {
	const parsed = schema.safeParse(input);
	return parsed.success ? (parsed.data as unknown as AllocationExport) : null;
}

/**
 * Reads an export: one JSON document, or JSON Lines whose first line is everything but the log. Null if it is none, also
 * for a study that is still blinded, because its export has no seed.
 */
export function readAllocationExport(text: string): AllocationExport | null {
	try {
		return parseAllocationExport(JSON.parse(text));
	} catch {
		return parseLines(text.split("\n").filter((one) => one.trim() !== ""));
	}
}

function parseLines([first, ...rest]: readonly string[]): AllocationExport | null {
	try {
		return parseAllocationExport({ ...JSON.parse(first ?? ""), log: rest.map((one) => JSON.parse(one)) });
	} catch {
		return null;
	}
}
