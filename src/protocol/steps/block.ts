import type { Protocol } from "../schema/schema.ts";
import { topicDesignOf } from "./topic-design.ts";

/**
 * The number of participants in a complete set. Every block size is a multiple of it, and it is the default block.
 * Williams (1949): n sequences for an even number of arms, 2n for an odd one. A Latin square has n; parallel groups
 * have one participant per arm. Orders drawn at random balance nothing within a block, so their set is one participant.
 */
export function completeSet(protocol: Protocol): number {
	const { kind, order } = protocol.design;
	const arms = protocol.arms.length;
	if (kind === "parallel" || order === "latin-square" || arms === 1) return arms;
	if (order === "random") return 1;
	return arms % 2 === 0 ? arms : 2 * arms;
}

/**
 * The number of participants after which every topic was equally often at every position, and met every arm equally
 * often there. Null if topics are drawn singly, or if there are none.
 */
export function topicSet(protocol: Protocol): number | null {
	const topics = topicDesignOf(protocol);
	const { method, order } = protocol.design;
	if (!topics || method === "minimisation" || order === "random") return null;
	const { length } = topics.topics;
	const paired = topics.kind === "across" && length === protocol.arms.length && order === "williams";
	return completeSet(protocol) * (paired ? 2 - (length % 2) : length);
}

/** The possible block sizes, in participants. */
export function blockSizes(protocol: Protocol): readonly number[] {
	const { blockSize } = protocol.design;
	if (blockSize === undefined) return [completeSet(protocol)];
	return typeof blockSize === "number" ? [blockSize] : blockSize;
}
