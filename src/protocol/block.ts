import type { Protocol } from "./schema.ts";

/**
 * How many participants make one complete set: every block size is a multiple of it, and it is the default block.
 * Williams (1949): n sequences for an even number of arms, 2n for an odd one; a Latin square has n; parallel groups have one
 * participant an arm. Orders drawn at random balance nothing within a block, so that their set is a single participant.
 */
export function completeSet(protocol: Protocol): number {
	const { kind, order } = protocol.design;
	const arms = protocol.arms.length;
	if (kind === "parallel" || order === "latin-square" || arms === 1) return arms;
	if (order === "random") return 1;
	return arms % 2 === 0 ? arms : 2 * arms;
}

/** The block sizes that are drawn from, in participants. */
export function blockSizes(protocol: Protocol): readonly number[] {
	const { blockSize } = protocol.design;
	if (blockSize === undefined) return [completeSet(protocol)];
	return typeof blockSize === "number" ? [blockSize] : blockSize;
}
