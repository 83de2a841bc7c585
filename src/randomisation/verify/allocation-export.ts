import { z } from "zod";
import type { LogLine } from "../allocator/log-chain.ts";
import { POOLS, type Pool } from "../draw/pool.ts";

/** What unblinding gives out, and all that a third party needs. The rules of the study stand in the log's first entry. */
export type AllocationExport = {
	readonly format: "crossover-allocations/1";
	/** As it was published when the study opened. */
	readonly commitment: string;
	readonly seed: string;
	readonly log: readonly LogLine[];
	/** Of each pool in the protocol's order; without a pool where all had the same labels. Not needed to draw again; lets the drawing of the labels be checked too. */
	readonly arms?:
		| readonly { readonly arm: string; readonly label: string; readonly pool?: Pool | undefined }[]
		| undefined;
	/** What an export says of its log, so that one that was cut is seen. The first exports did not. */
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

/**
 * Null for what is no export at all. Whether its lines say what they should is what verifying is for: a field that is missing
 * there makes the redraw differ.
 */
export function parseAllocationExport(input: unknown): AllocationExport | null {
	const parsed = schema.safeParse(input);
	return parsed.success ? (parsed.data as unknown as AllocationExport) : null;
}

/**
 * The text of an export: one JSON document, or JSON Lines whose first line is everything but the log. Null for what is none;
 * so is the export of a study that is still blinded, for it has no seed.
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
