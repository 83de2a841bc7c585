import { canonicalJson, sha256Of } from "../../shared/json.ts";
import type { LogEntry } from "./log-entry.ts";

/** One line of the allocation log. Whoever knows one hash knows that nothing before it was changed, added or left out. */
export type LogLine = {
	/** From 0. */
	readonly index: number;
	/** The hash of the line before; of the first, the commitment. */
	readonly prev: string;
	readonly entry: LogEntry;
	readonly hash: string;
};

/** What a next line is tied to. */
export type ChainHead = { readonly index: number; readonly hash: string };

const CHAIN = "crossover-log/1";

/**
 * What is published when a study opens: SHA-256 of the seed behind a name, so that the same bytes say nothing elsewhere.
 * `printf 'crossover-seed/1:<64 hex digits>' | sha256sum` gives its hexadecimal digits. 256 random bits cannot be guessed
 * from it, and no other seed fits it.
 */
export const commitmentTo = (seed: string): string => sha256Of(`crossover-seed/1:${seed}`);

/** Before the first line. */
export const chainStart = (commitment: string): ChainHead => ({ index: -1, hash: commitment });

/** The next line: SHA-256 over the RFC 8785 form of the chain's name, the index, the hash before and the entry. */
export function nextLine(head: ChainHead, entry: LogEntry): LogLine {
	const index = head.index + 1;
	return { index, prev: head.hash, entry, hash: lineHash(index, head.hash, entry) };
}

export const lineHash = (index: number, prev: string, entry: unknown): string =>
	sha256Of(canonicalJson({ chain: CHAIN, index, prev, entry }));
