import { chainStart, type LogLine, nextLine } from "../../../src/randomisation/allocator/log-chain.ts";
import type { AllocatedEntry, LogEntry } from "../../../src/randomisation/allocator/log-entry.ts";
import { below, randomStream } from "../../../src/randomisation/draw/generator.ts";
import type { AllocationExport } from "../../../src/randomisation/verify/allocation-export.ts";
import { verifyAllocations } from "../../../src/randomisation/verify/verify-allocations.ts";
import { range, recordOf, seedOf, Trial } from "./trial.ts";

/** Forty arrivals in two strata and all three pools. Some leave, some complete and some return. */
export function lived(
	record = recordOf({ design: { strata: ["attributes.sex"] }, quota: { total: 30 } }),
): AllocationExport {
	const trial = new Trial(record, seedOf(9));
	const course = randomStream(seedOf(9), ["course"]);
	for (const number of range(60)) {
		const pool = (["live", "live", "pilot", "simulated"] as const)[below(course, 4)] ?? "live";
		trial.arrive(`se_${number}`, { pool, strata: { "attributes.sex": below(course, 2) === 0 ? "f" : "m" } });
		const other = `se_${below(course, number + 1)}`;
		if (below(course, 3) === 0) trial.release(other);
		else trial.confirm(other);
	}
	return trial.exported();
}

/** The same log with one entry replaced and all hashes recomputed, as a forger would write it. */
export function forged(
	{ log, ...rest }: AllocationExport,
	index: number,
	change: (entry: LogEntry) => LogEntry | null,
): AllocationExport {
	const entries = log.flatMap(({ entry }, at) => (at === index ? (change(entry) ?? []) : entry));
	const lines: LogLine[] = [];
	for (const entry of entries) lines.push(nextLine(lines.at(-1) ?? chainStart(rest.commitment), entry));
	return { ...rest, log: lines };
}

export const allocated =
	(change: (entry: AllocatedEntry) => Partial<AllocatedEntry>) =>
	(entry: LogEntry): LogEntry =>
		entry.kind === "allocated" ? { ...entry, ...change(entry) } : entry;

export const indexOf = ({ log }: AllocationExport, kind: string, nth = 3): number =>
	log.filter(({ entry }) => entry.kind === kind)[nth]?.index ?? -1;
export function sessionAt({ log }: AllocationExport, index: number): string {
	const entry = log[index]?.entry;
	if (!entry || !("session" in entry) || entry.session === null) throw new Error(`line ${index} is of no session`);
	return entry.session;
}

export const told = (exported: AllocationExport) =>
	verifyAllocations(exported).map(({ index, detail }) => `${index}: ${detail}`);
