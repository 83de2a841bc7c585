import { canonicalJson, sha256Of } from "../../shared/json.ts";
import type { LogEntry } from "./log-entry.ts";

/** One line of the allocation log. A known hash proves that nothing before it was changed, added or left out. */
export type LogLine = {
	/** From 0. */
	readonly index: number;
	/** The hash of the line before, or the commitment for the first line. */
	readonly prev: string;
	readonly entry: LogEntry;
	readonly hash: string;
};

/** The line before the next one. */
export type ChainHead = { readonly index: number; readonly hash: string };

const CHAIN = "crossover-log/1";

/**
 * The commitment of a study: SHA-256 of the seed with a prefix, so that the hash has no other meaning. `printf
 * 'crossover-seed/1:<64 hex digits>' | sha256sum` gives its hex digits. 256 random bits cannot be guessed from it, and no
 * other seed fits it.
 */
export const commitmentTo = (seed: string): string => sha256Of(`crossover-seed/1:${seed}`);

/** Before the first line. */
export const chainStart = (commitment: string): ChainHead => ({ index: -1, hash: commitment });

/** The next line: SHA-256 of the RFC 8785 form of the chain's name, the index, the hash before and the entry. */
export function nextLine(head: ChainHead, entry: LogEntry): LogLine {
	const index = head.index + 1;
	return { index, prev: head.hash, entry, hash: lineHash(index, head.hash, entry) };
}

export const lineHash = (index: number, prev: string, entry: unknown): string =>
	sha256Of(canonicalJson({ chain: CHAIN, index, prev, entry }));
