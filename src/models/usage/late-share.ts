import type { Protocol } from "../../protocol/schema/schema.ts";
import { MOST_LATE } from "./late-limit.ts";
import { meetsEveryArm } from "./totals.ts";

/** Paced replies of one or many sessions, over all arms, and how many of them were late. */
export type LateCount = { readonly replies: number; readonly late: number };

/** With fewer replies a warning would mean little: two late ones of fifty would raise it. */
const FEWEST_TO_WARN = 100;

/**
 * How many replies a published count has to grow by before it is published again, so that no single reply or conversation can
 * be found by subtraction. If each participant meets one arm, small counts could be matched to participants' arms, so the step
 * is larger.
 */
export const stepOf = (protocol: Protocol): number => (meetsEveryArm(protocol) ? 100 : 500);

export const isDue = (total: LateCount, published: LateCount, step: number): boolean =>
	total.replies - published.replies >= step;

export const shareOf = ({ replies, late }: LateCount): number => (replies === 0 ? 0 : late / replies);

export const isTooLate = (count: LateCount): boolean => count.replies >= FEWEST_TO_WARN && shareOf(count) > MOST_LATE;
