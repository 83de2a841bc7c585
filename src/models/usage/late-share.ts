import type { Protocol } from "../../protocol/schema/schema.ts";
import { meetsEveryArm } from "./totals.ts";

/** Replies of one session or of many, over all arms. */
export type PaceCount = { readonly replies: number; readonly late: number };

/** One in fifty: as many as a study of a few hundred replies can show by chance of the network. */
const MOST_LATE = 0.02;
/** Fewer replies say little: two late ones of fifty would warn. */
const FEWEST_TO_WARN = 100;

/**
 * By how many replies a published count has to grow before it is published again. A single reply, or a conversation with one
 * arm, then cannot be found by subtraction. Where people meet one arm each, counts of few replies could be fitted to who was
 * in which arm.
 */
export const stepOf = (protocol: Protocol): number => (meetsEveryArm(protocol) ? 100 : 500);

export const isDue = (total: PaceCount, published: PaceCount, step: number): boolean =>
	total.replies - published.replies >= step;

export const shareOf = ({ replies, late }: PaceCount): number => (replies === 0 ? 0 : late / replies);

export const isTooLate = (count: PaceCount): boolean => count.replies >= FEWEST_TO_WARN && shareOf(count) > MOST_LATE;
